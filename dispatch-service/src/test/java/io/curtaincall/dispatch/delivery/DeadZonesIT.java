package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.dispatch.sending.HttpCallbackSender;
import io.curtaincall.dispatch.sending.SendingProperties;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The receivers of one account have names whose name servers do not answer, as many names and zones as it likes. */
class DeadZonesIT {
    private static final int HOSTILE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final CountDownLatch ANSWERED = new CountDownLatch(1);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE =
            DispatchNode.knowing(DeadZones.class, STORE, "dispatch.sending.deadline=5s");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        ANSWERED.countDown();
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void the_callbacks_of_another_account_are_delivered_in_time() {
        for (int i = 0; i < HOSTILE; i++) {
            config("mallory", "m" + i + ".example.com", "http://n" + i + ".dead-" + i + ".example/hook");
        }
        config("acme", "good.example.com", "http://hooks.good.example:" + RECEIVER.port() + "/good");
        for (int i = 0; i < HOSTILE; i++) NODE.report(LiveEvents.started("m" + i + ".example.com", "app", "s"));

        ReportedEvent event = LiveEvents.started("good.example.com", "app", "s");
        NODE.report(event);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(NODE.attempts(event, "good.example.com")).hasSize(1));
        assertThat(NODE.attempts(event, "good.example.com").getFirst().verdict())
                .isEqualTo(new Delivered());
        assertThat(RECEIVER.count("/good")).isEqualTo(1);
    }

    private static void config(String account, String domain, String url) {
        AccountId owner = new AccountId(account);
        NotifyConfigVersion config = new NotifyConfigVersion(
                new NotifyConfigId(domain),
                1,
                owner,
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
        DomainAssigned assigned = new DomainAssigned(domain, owner, AssignedBy.FIRST_USE, Instant.EPOCH);
        NODE.append(
                new NewEvent("Domain", "domain/" + domain, 0, assigned),
                new NewEvent("NotifyConfig", domain, 0, new NotifyConfigAdded(config, Instant.EPOCH)));
    }

    /** No {@code @Configuration}, which every other test's node would find and take. */
    static class DeadZones {
        @Bean(destroyMethod = "close")
        @Primary
        HttpCallbackSender senderThroughDeadZones(SendingProperties properties, EgressPolicy policy, Clock clock) {
            return new HttpCallbackSender(properties, policy, DeadZones::resolve, clock);
        }

        private static InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.endsWith(".good.example")) return new InetAddress[] {InetAddress.getLoopbackAddress()};
            try {
                boolean answered = ANSWERED.await(2, TimeUnit.MINUTES);
                throw new UnknownHostException(host + " " + answered);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(host);
            }
        }
    }
}
