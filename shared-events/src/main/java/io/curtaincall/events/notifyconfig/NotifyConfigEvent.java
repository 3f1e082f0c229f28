package io.curtaincall.events.notifyconfig;

import io.curtaincall.events.account.AccountId;
import java.time.Instant;

/** What has happened to one notify config. Stored for ever: see docs/events.md before editing. */
public sealed interface NotifyConfigEvent {
    NotifyConfigId configId();

    record NotifyConfigAdded(NotifyConfigVersion config, Instant addedAt) implements NotifyConfigEvent {
        @Override
        public NotifyConfigId configId() {
            return config.configId();
        }
    }

    record NotifyConfigChanged(NotifyConfigVersion config, Instant changedAt) implements NotifyConfigEvent {
        @Override
        public NotifyConfigId configId() {
            return config.configId();
        }
    }

    /**
     * Nobody is called by it any more, because its receiver was given up.
     *
     * @param config as of now, not enabled
     */
    record NotifyConfigDisabled(NotifyConfigVersion config, String reason, Instant disabledAt)
            implements NotifyConfigEvent {
        @Override
        public NotifyConfigId configId() {
            return config.configId();
        }
    }

    /** @param version the version the removal made, one above the last */
    record NotifyConfigRemoved(NotifyConfigId configId, AccountId accountId, long version, Instant removedAt)
            implements NotifyConfigEvent {}
}
