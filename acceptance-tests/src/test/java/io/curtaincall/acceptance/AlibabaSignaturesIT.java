package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.acceptance.alibaba.Refused;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import io.curtaincall.testsupport.alibaba.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in and how often, as each SDK tells it by its own exception. */
@InBothShapes
class AlibabaSignaturesIT {
    private static final String DESCRIBE = "DescribeLiveRecordNotifyConfig";
    private static final String DELETE = "DeleteLiveRecordNotifyConfig";
    private static final int DELETES_PER_SECOND = 30;

    private final AlibabaScene scene;

    AlibabaSignaturesIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    /** The older SDK knows its own string to sign in the message and says whose fault it is. */
    @ParameterizedTest
    @EnumSource
    void a_wrong_secret_is_told_as_such(Wire wire) {
        Refused refused = refused(wire, scene.sdk().withSecret("wrong"), DESCRIBE);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isIn("SDK.InvalidAccessKeySecret", "SignatureDoesNotMatch");
        assertThat(refused.code().startsWith("SDK.")).isEqualTo(wire.isOlder());
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_access_key_is_not_found(Wire wire) {
        requireRefused(
                refused(wire, scene.sdk().withKey("nobody", "secret"), DESCRIBE),
                404,
                "InvalidAccessKeyId.NotFound",
                "Specified access key is not found.");
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_more_than_a_quarter_of_an_hour_off_is_refused(Wire wire) {
        for (int minutes : new int[] {-16, 16}) {
            Stamp stamp = Stamp.at(Instant.now().plus(Duration.ofMinutes(minutes)));
            requireRefused(
                    refused(wire, scene.sdk().stamped(stamp), DESCRIBE),
                    400,
                    "InvalidTimeStamp.Expired",
                    "Specified time stamp or date value is expired.");
        }
        Stamp late = Stamp.at(Instant.now().minus(Duration.ofMinutes(14)));
        assertThat(refused(wire, scene.sdk().stamped(late), DESCRIBE).code()).isEqualTo("InvalidConfig.NotFound");
    }

    @ParameterizedTest
    @EnumSource
    void a_nonce_is_taken_once(Wire wire) {
        LiveSdk twice = scene.sdk().stamped(Stamp.at(Instant.now()));

        assertThat(refused(wire, twice, DESCRIBE).code()).isEqualTo("InvalidConfig.NotFound");
        requireRefused(
                refused(wire, twice, DESCRIBE),
                400,
                "SignatureNonceUsed",
                "Specified signature nonce was used already.");
    }

    @ParameterizedTest
    @EnumSource
    void who_calls_more_often_than_the_vendor_allows_is_throttled_alone(Wire wire) {
        LiveSdk hasty = AlibabaAccount.open(scene.installation()).sdk();

        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(refusalsAtOnce(wire, hasty))
                        .filteredOn(refused -> refused.code().equals("Throttling.User"))
                        .isNotEmpty()
                        .allSatisfy(refused -> requireRefused(
                                refused, 400, "Throttling.User", "Request was denied due to user flow control.")));
        assertThat(refused(wire, scene.sdk(), DELETE).code()).isEqualTo("InvalidConfig.NotFound");
    }

    /** More than the limit of a second, at the same time. */
    private List<Refused> refusalsAtOnce(Wire wire, LiveSdk sdk) throws InterruptedException {
        List<Refused> refusals = new CopyOnWriteArrayList<>();
        List<Thread> calls = Stream.generate(
                        () -> Thread.ofVirtual().start(() -> refusals.add(refused(wire, sdk, DELETE))))
                .limit(2 * DELETES_PER_SECOND)
                .toList();
        for (Thread call : calls) call.join();
        return refusals;
    }

    private Refused refused(Wire wire, LiveSdk sdk, String action) {
        return Refused.of(wire, sdk, action, Map.of("DomainName", scene.domain()));
    }

    private static void requireRefused(Refused refused, int status, String code, String message) {
        assertThat(refused).isEqualTo(new Refused(status, code, message, refused.requestId()));
        assertThat(refused.requestId()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    }
}
