package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;

/** Facts the tests tell the directory. */
final class Facts {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final AccountId DEMO = new AccountId("demo");
    static final SealedSecret SEALED = new SealedSecret("k", "c");

    private Facts() {}

    static AccountOpened opened() {
        return new AccountOpened(DEMO, "p-1", "hash-of-token", NOON);
    }

    static AccessKeyIssued key() {
        return new AccessKeyIssued(DEMO, "AK1", SEALED, NOON);
    }

    static HookSourceAdded hookSource() {
        return new HookSourceAdded(
                new HookSourceId("hs_1"),
                DEMO,
                HookKind.NGINX_RTMP,
                "a.example.com",
                "edge-1",
                "hash",
                true,
                null,
                NOON);
    }

    static NotifyConfigVersion config(String id, long version, String domain) {
        return new NotifyConfigVersion(
                new NotifyConfigId(id),
                version,
                DEMO,
                domain,
                "*",
                "https://customer.example.com/cb",
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing("standard-webhooks", SEALED),
                true);
    }
}
