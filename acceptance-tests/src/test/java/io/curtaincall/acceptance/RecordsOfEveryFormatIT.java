package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.Script;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A domain with a config of our own format and one of the vendor's: the vendor's SDKs find the records of both. */
@InBothShapes
class RecordsOfEveryFormatIT {
    private static final String OWN = "/hook";
    private static final JsonMapper JSON = new JsonMapper();

    private final AlibabaScene scene;

    RecordsOfEveryFormatIT(Shape shape) {
        scene = AlibabaScene.ofNewAccount(shape);
    }

    /** Our own receiver first answers badly, so that it has two records. */
    @BeforeEach
    void deliverToBoth() throws Exception {
        scene.receiver().on(AlibabaScene.NOTIFY, Answer.withBody(200, "{\"Code\":0,\"Msg\":\"Success\"}"));
        scene.sdk().send(scene.adding());
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.receiver().on(OWN, Script.inTurn(Answer.withBody(503, "not now"), Answer.withBody(200, "thanks")));
        scene.controlPlane()
                .addConfig(scene.domain(), scene.receiver().url(OWN))
                .expect(201);
        scene.reportUntilPlanned(2, scene::fileCompleted);
        scene.awaitCallbacks(OWN, 2);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_owner_finds_callbacks_of_both_formats_as_they_were_sent_and_answered(Wire wire) throws Exception {
        List<JsonNode> rows = awaitAll(wire);

        assertThat(rows).allSatisfy(this::requireAsSent);
        assertThat(rows)
                .filteredOn(row -> url(row).endsWith(OWN))
                .extracting(
                        row -> row.path("NotifyResult").asText(),
                        row -> row.path("NotifyResponse").asText())
                .containsExactly(tuple("success", "thanks"), tuple("failed", "not now"));
        assertThat(rows)
                .filteredOn(row -> url(row).endsWith(AlibabaScene.NOTIFY))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("NotifyResult").asText()).isEqualTo("success"));
    }

    @Test
    void another_account_finds_none_of_them() throws Exception {
        awaitAll(Wire.NEWER_BY_NAME);
        LiveSdk other = AlibabaAccount.open(scene.installation()).sdk();

        for (Wire wire : Wire.values()) {
            JsonNode found = ask(wire, other);
            assertThat(found.path("TotalNum").asInt(-1)).isZero();
            assertThat(found.path("CallbackList")).isEmpty();
        }
    }

    private List<JsonNode> awaitAll(Wire wire) {
        JsonNode page = await().atMost(Scene.SOON)
                .until(
                        () -> ask(wire, scene.sdk()),
                        found -> found.path("TotalNum").asInt() == scene.callbacks() + 1);
        return Scene.elements(page.path("CallbackList"));
    }

    private JsonNode ask(Wire wire, LiveSdk sdk) throws Exception {
        return wire.call(
                sdk,
                "DescribeLiveRecordNotifyRecords",
                Map.of(
                        "DomainName", scene.domain(),
                        "StartTime", AlibabaScene.hoursFromNow(-1),
                        "EndTime", AlibabaScene.hoursFromNow(1),
                        "PageSize", 500,
                        "PageNumber", 1));
    }

    private static String url(JsonNode row) {
        return row.path("NotifyUrl").asText();
    }

    private void requireAsSent(JsonNode row) {
        assertThat(row.path("DomainName").asText()).isEqualTo(scene.domain());
        assertThat(row.path("AppName").asText()).isEqualTo("live");
        assertThat(row.path("StreamName").asText()).isEqualTo("demo");
        assertThat(row.path("NotifyType").asText()).isEqualTo("file_created");
        boolean delivered = row.path("NotifyResult").asText().equals("success");
        assertThat(row.path("Description").asText().equals("success")).isEqualTo(delivered);
        assertThat(scene.receiver().requests()).anySatisfy(request -> {
            assertThat(url(row)).isEqualTo(scene.receiver().url(request.path()));
            assertThat(row.path("NotifyContent").asText()).isEqualTo(request.text());
            requireHeaders(row.path("NotifyHeader").asText(), request);
        });
    }

    /** A text that holds JSON: each name with a list of its values, as they came. */
    private static void requireHeaders(String text, ReceivedRequest request) throws Exception {
        Map<String, List<String>> headers = JSON.readValue(text, new TypeReference<>() {});
        assertThat(headers).containsKey("Content-Type");
        headers.forEach((name, values) ->
                assertThat(values).as(name).containsExactly(request.header(name.toLowerCase(Locale.ROOT))));
    }
}
