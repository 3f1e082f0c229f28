package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.dialects.port.RelaySubscription;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account's subscriptions for who may not do everything with them; an application counts as a domain. */
record GuardedSubscriptions(RelaySubscriptions subscriptions, Rights rights) implements RelaySubscriptions {
    @Override
    public RelaySubscription add(AccountId account, String format, String appId, Set<String> channels, String url) {
        requireWriting(appId);
        return subscriptions.add(account, format, appId, channels, url);
    }

    @Override
    public Optional<RelaySubscription> find(AccountId account, String format, String appId) {
        rights.requireDomain(RecordsQuestion.ofApplication(appId));
        return subscriptions.find(account, format, appId);
    }

    @Override
    public void change(
            AccountId account, String format, String appId, @Nullable Set<String> channels, @Nullable String url) {
        requireWriting(appId);
        subscriptions.change(account, format, appId, channels, url);
    }

    @Override
    public void remove(AccountId account, String format, String appId) {
        requireWriting(appId);
        subscriptions.remove(account, format, appId);
    }

    private void requireWriting(String appId) {
        rights.require(Role.WRITE);
        rights.requireDomain(RecordsQuestion.ofApplication(appId));
    }
}
