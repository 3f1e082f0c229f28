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
}
