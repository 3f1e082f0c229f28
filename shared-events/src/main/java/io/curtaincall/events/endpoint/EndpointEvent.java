package io.curtaincall.events.endpoint;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;

/** What deliveries found out about a config's receiver. Stored for ever: see docs/events.md before editing. */
public sealed interface EndpointEvent {
    /**
     * Nothing more should be sent there; once for each version of a config.
     *
     * @param configVersion the version whose receiver it is; who changed it since wants to be called again
     */
    record EndpointGivenUp(
            NotifyConfigId configId, long configVersion, AccountId accountId, String reason, Instant givenUpAt)
            implements EndpointEvent {
        /** The stream it is the only event of. */
        public String streamId() {
            return "endpoint/" + configId + "/" + configVersion;
        }
    }

    /**
     * The receiver failed so often that a process leaves it alone for a while; what is due waits and is not failed.
     *
     * @param node the process that does
     * @param until not before then the next attempt is made by it
     */
    record EndpointCircuitOpened(
            NotifyConfigId configId,
            long configVersion,
            AccountId accountId,
            String node,
            double failurePercent,
            Instant openedAt,
            Instant until)
            implements EndpointEvent {}

    /** The receiver answers that process again. */
    record EndpointCircuitClosed(
            NotifyConfigId configId, long configVersion, AccountId accountId, String node, Instant closedAt)
            implements EndpointEvent {}
}
