package io.curtaincall.dispatch.delivery;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.tls.NamedTls;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.dispatch.sending.Passports;
import io.curtaincall.dispatch.sending.UserAgent;
import io.curtaincall.dispatch.signing.Signers;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the loop of deliveries together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {
    @Bean
    Nodes deliveryNodes(MongoDatabase database, DeliveryProperties properties) {
        return new Nodes(database, properties.life(), System::nanoTime);
    }

    @Bean
    Heartbeat heartbeat(Nodes nodes, NodeId node, DeliveryProperties properties, Clock clock) {
        return new Heartbeat(nodes, node, properties, clock, System::nanoTime);
    }

    @Bean
    AttemptLog attemptLog(EventAppender appender) {
        return new AttemptLog(appender);
    }

    @Bean
    Gate deliveryGate(Heartbeat heartbeat, AttemptLog log) {
        return new Gate(heartbeat, log);
    }

    @Bean
    CircuitLog circuitLog(EventAppender appender, NodeId node, Clock clock) {
        return new CircuitLog(appender, node, clock);
    }

    @Bean
    EndpointSlots endpointSlots(DeliveryProperties properties, CircuitLog log, Endpoints endpoints, Clock clock) {
        Throttles throttles = new Throttles(properties, log, System::nanoTime);
        return new EndpointSlots(properties, throttles, endpoints::partyOf, clock);
    }

    @Bean
    LaneQueue laneQueue(StoredStreams streams, DueCallbacks dueCallbacks, Clock clock, DeliveryProperties properties) {
        return new LaneQueue(streams, dueCallbacks, clock, properties.patience());
    }

    @Bean
    Endpoints deliveryEndpoints(Directory directory, SecretSealer sealer, CallbackFormats formats, NamedTls namedTls) {
        return new Endpoints(directory, new Signers(sealer, formats), new Passports(sealer, namedTls));
    }

    @Bean
    Manners deliveryManners(DeliveryProperties properties, CallbackFormats formats) {
        return Manners.of(properties.policy(), formats);
    }

    @Bean
    DeliveryMetrics deliveryMetrics(
            MeterRegistry registry, EndpointSlots slots, DueBacklog backlog, AccountBacklogs accounts) {
        return new DeliveryMetrics(registry, slots, backlog, accounts);
    }

    @Bean
    Judge deliveryJudge(Manners manners, Clock clock, SecureRandom random) {
        return new Judge(manners, clock, random::nextDouble);
    }

    @Bean
    Attempts deliveryAttempts(
            Endpoints endpoints,
            EndpointSlots slots,
            CallbackSender sender,
            AttemptLog log,
            Judge judge,
            Gate gate,
            DeliveryMetrics metrics,
            GivenUp givenUp,
            LaneQueue lanes) {
        return new Attempts(
                endpoints, slots, sender, log, judge, gate, metrics, givenUp, lanes, UserAgent.ofThisBuild());
    }

    @Bean
    GivenUp givenUp(EventAppender appender, Clock clock) {
        return new GivenUp(appender, clock);
    }

    @Bean
    QuickRetries quickRetries(Manners manners, Clock clock) {
        return new QuickRetries(manners, clock);
    }

    @Bean
    MeterBinder quickRetryMetrics(QuickRetries retries) {
        return TaggedRetryMetrics.ofRetryRegistry(retries.registry());
    }

    @Bean
    HeldBack heldBack(DueCallbacks dueCallbacks, NodeId node) {
        return new HeldBack(dueCallbacks, node);
    }

    @Bean
    DeliveryLoop deliveryLoop(
            Attempts attempts,
            QuickRetries retries,
            EndpointSlots slots,
            Gate gate,
            LaneQueue lanes,
            Heartbeat heartbeat,
            HeldBack heldBack,
            DeliveryProperties properties) {
        LatelyFinished finished = new LatelyFinished(properties.dueBehind(), System::nanoTime);
        DeliveryLoop loop = new DeliveryLoop(attempts, retries, slots, gate, lanes, finished, heldBack);
        heartbeat.afterLapse(() -> loop.forEachTurn(Turn::callOff));
        return loop;
    }

    @Bean
    DeliveryStop deliveryStop(
            DeliveryLoop loop, Gate gate, AttemptLog log, Heartbeat heartbeat, DeliveryProperties properties) {
        return new DeliveryStop(loop, gate, log, heartbeat, properties.stopGrace());
    }
}
