package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.endpoint.EndpointEvent;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitClosed;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitOpened;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts on record which receivers this process leaves alone, and since when it calls them again. */
final class CircuitLog {
    private static final Logger log = LoggerFactory.getLogger(CircuitLog.class);

    private final EventAppender appender;
    private final NodeId node;
    private final Clock clock;
    private final Map<NotifyConfigId, Stream> streams = new ConcurrentHashMap<>();

    CircuitLog(EventAppender appender, NodeId node, Clock clock) {
        this.appender = appender;
        this.node = node;
        this.clock = clock;
    }

    Circuit.Watcher of(NotifyConfigId configId, LongSupplier version, AccountId accountId) {
        return new Circuit.Watcher() {
            @Override
            public void opened(double failurePercent, Duration pause) {
                Instant now = clock.instant();
                log.warn("config {}: {} % of attempts failed, nothing is sent for {}", configId, failurePercent, pause);
                append(
                        configId,
                        new EndpointCircuitOpened(
                                configId,
                                version.getAsLong(),
                                accountId,
                                node.value(),
                                failurePercent,
                                now,
                                now.plus(pause)));
            }

            @Override
            public void closed() {
                log.info("config {}: the receiver is back", configId);
                append(
                        configId,
                        new EndpointCircuitClosed(
                                configId, version.getAsLong(), accountId, node.value(), clock.instant()));
            }
        };
    }

    /** Lets go of configs that are no more. */
    void forget(Predicate<NotifyConfigId> isGone) {
        streams.keySet().removeIf(isGone);
    }

    /** On a thread of its own: whoever made the attempt has that to record. */
    private void append(NotifyConfigId configId, EndpointEvent event) {
        Thread.startVirtualThread(
                () -> streams.computeIfAbsent(configId, Stream::new).append(event));
    }

    /** This process is the only one that appends to it. */
    private final class Stream {
        private final String id;
        private final ReentrantLock lock = new ReentrantLock();
        private long next;

        Stream(NotifyConfigId configId) {
            id = "circuit/" + configId + "/" + node.value();
        }

        void append(EndpointEvent event) {
            lock.lock();
            try {
                appender.append(List.of(new NewEvent("Circuit", id, next, event)));
                next++;
            } catch (ConcurrencyException e) {
                next++; // an append whose answer was lost
                append(event);
            } catch (RuntimeException e) {
                log.warn("not on record: {}: {}", event, e.toString());
            } finally {
                lock.unlock();
            }
        }
    }
}
