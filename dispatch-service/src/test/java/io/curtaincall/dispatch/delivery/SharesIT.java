package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Few places, and one receiver that hangs, named by many configs of one account. */
class SharesIT {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String HANGING = "hanging.example.com";
    private static final String SISTER = "sister.example.com";
    private static final String OTHERS = "others.example.com";
    private static final int CONFIGS = 20;
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver SLOW = CallbackReceiver.start();
    private static final CallbackReceiver SWIFT = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE, "dispatch.delivery.in-hand=40", "dispatch.delivery.in-flight=16", "dispatch.sending.deadline=30s");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
        assign("acme", HANGING);
        IntStream.range(0, CONFIGS).forEach(number -> config("acme", "hanging-" + number, HANGING, SLOW.url("/hang")));
        assign("acme", SISTER);
        config("acme", "sister", SISTER, SWIFT.url("/sister"));
        assign("zenith", OTHERS);
        config("zenith", "others", OTHERS, SWIFT.url("/others"));
    }

    @AfterAll
    static void close() {
        NODE.close();
        SLOW.close();
        SWIFT.close();
        STORE.close();
    }

    @Test
    void a_receiver_that_takes_all_it_can_get_holds_up_neither_its_account_nor_another() {
        SLOW.on("/hang", Answer.hang());
        List<ReportedEvent> stuck =
                Stream.generate(() -> reported(HANGING)).limit(5).toList();
        await().until(() -> SLOW.count("/hang") > 0);
        reported(OTHERS);
        reported(SISTER);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(SWIFT.count("/others")).isEqualTo(1);
            assertThat(SWIFT.count("/sister")).isEqualTo(1);
        });
        assertThat(stuck)
                .allSatisfy(event -> assertThat(IntStream.range(0, CONFIGS)
                                .mapToObj(number -> NODE.attempts(event, "hanging-" + number))
                                .flatMap(List::stream))
                        .isEmpty());
    }

    private static ReportedEvent reported(String domain) {
        ReportedEvent event = LiveEvents.started(domain, "app", "s");
        NODE.report(event);
        return event;
    }

    private static void assign(String account, String domain) {
        DomainAssigned assigned = new DomainAssigned(domain, new AccountId(account), AssignedBy.FIRST_USE, NOON);
        NODE.append(new NewEvent("Domain", "domain/" + domain, 0, assigned));
    }

    private static void config(String account, String id, String domain, String url) {
        NotifyConfigVersion config = new NotifyConfigVersion(
                new NotifyConfigId(id),
                1,
                new AccountId(account),
                domain,
                NotifyConfigVersion.ANY_APP,
                url,
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing(Signing.NONE, null),
                true,
                null,
                null,
                null);
        NODE.append(new NewEvent("NotifyConfig", id, 0, new NotifyConfigAdded(config, NOON)));
    }
}
