package io.curtaincall.config.hooksource;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * @param accountId null for the operator
 * @param secretHash of the secret in the hook URL, which itself is kept nowhere
 * @param credential what the media server shows beyond it, null for nothing
 * @param names what the media server calls hosts and folders
 */
record AddHookSource(
        @TargetAggregateIdentifier HookSourceId hookSourceId,
        @Nullable AccountId accountId,
        HookKind kind,
        String domain,
        String node,
        String secretHash,
        boolean recordingExpected,
        @Nullable String recordRoot,
        @Nullable Credential credential,
        ServerNames names) {

    HookSourceAdded added(Instant at) {
        return new HookSourceAdded(
                hookSourceId,
                accountId,
                kind,
                domain,
                node,
                secretHash,
                recordingExpected,
                recordRoot,
                at,
                credential,
                names.domains(),
                names.paths());
    }
}
