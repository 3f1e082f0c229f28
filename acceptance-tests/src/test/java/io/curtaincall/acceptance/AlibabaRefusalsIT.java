package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.exceptions.ClientException;
import io.curtaincall.acceptance.alibaba.DocumentedRefusal;
import io.curtaincall.acceptance.alibaba.Refused;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.bench.running.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the vendor's tables say of bad requests, in every way the vendor's SDKs speak. */
@InBothShapes
class AlibabaRefusalsIT {
    private static final String URL = "http://8.8.8.8/cb";
    private static final String START = AlibabaScene.hoursFromNow(-1);

    private final AlibabaScene scene;
    private final AlibabaScene theirs;

    /** With an account of its own, as these are more calls in a second than one account may make. */
    AlibabaRefusalsIT(Shape shape) {
        scene = AlibabaScene.ofNewAccount(shape);
        theirs = new AlibabaScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
        theirs.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_request_is_refused_as_the_vendors_tables_have_it(Wire wire) throws Exception {
        prepare(scene);
        prepare(theirs);
        SoftAssertions softly = new SoftAssertions();
        for (DocumentedRefusal documented : DocumentedRefusal.all()) {
            Map<String, Object> bad = documented.applyTo(good(documented.action()), prepared());
            if (!wire.canSend(documented.action(), bad)) continue;
            Refused refused = Refused.of(wire, scene.sdk(), documented.action(), bad);
            softly.assertThat(refused).as(documented.toString()).matches(documented::is);
        }
        softly.assertAll();
    }

    /** A domain with a config, an application with a subscription. */
    private static void prepare(AlibabaScene owner) throws Exception {
        String domain = owner.domain();
        Wire wire = Wire.NEWER_BY_NAME;
        wire.call(owner.sdk(), "AddLiveRecordNotifyConfig", Map.of("DomainName", domain, "NotifyUrl", URL));
        wire.call(owner.sdk(), "CreateRtcMPUEventSub", Map.of("AppId", app(owner), "CallbackUrl", URL));
    }

    private static String app(AlibabaScene owner) {
        return owner.domain().replace('.', '-');
    }

    private Map<String, String> prepared() {
        return Map.of(
                "{configured}", scene.domain(),
                "{theirs}", theirs.domain(),
                "{unused}", "unused-" + scene.domain(),
                "{subscribed}", app(scene),
                "{their app}", app(theirs),
                "{unused app}", "unused-" + app(scene),
                "{start}", START,
                "{65 letters}", "a".repeat(65),
                "{a long url}", URL + "/" + "a".repeat(2084),
                "{21 channels}",
                        IntStream.rangeClosed(1, 21).mapToObj(i -> "ch" + i).collect(Collectors.joining(",")));
    }

    /** What would be answered well. */
    private Map<String, Object> good(String action) {
        Map<String, Object> good = new HashMap<>(Map.of(action.contains("Rtc") ? "AppId" : "DomainName", id(action)));
        if (List.of("AddLiveRecordNotifyConfig", "UpdateLiveRecordNotifyConfig").contains(action)) {
            good.put("NotifyUrl", URL);
        }
        if (List.of("CreateRtcMPUEventSub", "UpdateRtcMPUEventSub").contains(action)) good.put("CallbackUrl", URL);
        if (action.contains("Record") && !action.endsWith("Config")) {
            good.putAll(Map.of("StartTime", START, "EndTime", AlibabaScene.hoursFromNow(1), "PageSize", 10));
            good.put(action.contains("Rtc") ? "PageNo" : "PageNumber", 1);
        }
        return good;
    }

    /** One that has nothing yet for what makes something, one that has for all others. */
    private String id(String action) {
        return switch (action) {
            case "AddLiveRecordNotifyConfig" -> "unused-" + scene.domain();
            case "CreateRtcMPUEventSub" -> "unused-" + app(scene);
            default -> action.contains("Rtc") ? app(scene) : scene.domain();
        };
    }

    @Test
    void an_operation_that_is_not_served_is_not_found() {
        CommonRequest streams = new CommonRequest();
        streams.setSysAction("DescribeLiveStreamsOnlineList");

        ClientException older =
                catchThrowableOfType(ClientException.class, () -> scene.sdk().send(streams));
        assertThat(older.getErrCode()).isEqualTo("InvalidAction.NotFound");
        assertThat(scene.sdk().lastStatus()).isEqualTo(404);
        Refused newer = Refused.of(Wire.NEWER_BY_NAME, scene.sdk(), "DescribeLiveStreamsOnlineList", Map.of());
        assertThat(newer.code()).isEqualTo("InvalidAction.NotFound");
        assertThat(newer.status()).isEqualTo(404);
    }

    /** Bad requests are made from good ones, so these must be good. */
    @ParameterizedTest
    @EnumSource
    void what_the_bad_requests_are_made_from_is_answered(Wire wire) throws Exception {
        prepare(scene);
        for (String action : DocumentedRefusal.all().stream()
                .map(DocumentedRefusal::action)
                .distinct()
                .toList()) {
            assertThat(wire.call(scene.sdk(), action, good(action))
                            .path("RequestId")
                            .asText())
                    .as(action)
                    .isNotEmpty();
        }
    }
}
