package io.curtaincall.events.hook;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has happened to a hook source. Stored for ever: see docs/events.md before editing. */
public sealed interface HookSourceEvent {
    HookSourceId hookSourceId();

    /**
     * @param accountId who added it, null for the operator
     * @param node stable name of the media server's host, part of every event source
     * @param secretHash lower-case hex SHA-256 of the secret in the hook URL
     * @param recordingExpected whether a stream that leaves no file is a failure
     * @param recordRoot folder below which files are examined, without it no file is looked at
     * @param credential what the media server shows beyond the secret in the URL, null where that is all
     * @param domains which domains the server's hosts are, in lower case; all others are {@code domain}
     * @param paths where folders that the server names are found by who examines files; all others under their own names
     */
    record HookSourceAdded(
            HookSourceId hookSourceId,
            @Nullable AccountId accountId,
            HookKind kind,
            String domain,
            String node,
            String secretHash,
            boolean recordingExpected,
            @Nullable String recordRoot,
            Instant addedAt,
            @Nullable Credential credential,
            @Nullable Map<String, String> domains,
            @Nullable Map<String, String> paths)
            implements HookSourceEvent {

        /** One whose server shows nothing but the secret in the URL. */
        public HookSourceAdded(
                HookSourceId hookSourceId,
                @Nullable AccountId accountId,
                HookKind kind,
                String domain,
                String node,
                String secretHash,
                boolean recordingExpected,
                @Nullable String recordRoot,
                Instant addedAt) {
            this(hookSourceId, accountId, kind, domain, node, secretHash, recordingExpected, recordRoot, addedAt, null);
        }

        /** One whose server has one domain, and files where it says. */
        public HookSourceAdded(
                HookSourceId hookSourceId,
                @Nullable AccountId accountId,
                HookKind kind,
                String domain,
                String node,
                String secretHash,
                boolean recordingExpected,
                @Nullable String recordRoot,
                Instant addedAt,
                @Nullable Credential credential) {
            this(
                    hookSourceId,
                    accountId,
                    kind,
                    domain,
                    node,
                    secretHash,
                    recordingExpected,
                    recordRoot,
                    addedAt,
                    credential,
                    null,
                    null);
        }

        /** @param host as the server names it, empty if it names none */
        public String domainOf(String host) {
            String mapped = domains == null ? null : domains.get(host.toLowerCase(Locale.ROOT));
            return mapped == null ? domain : mapped;
        }

        /** Every domain that it may report for. */
        public Set<String> allDomains() {
            Set<String> all = new LinkedHashSet<>(Set.of(domain));
            if (domains != null) all.addAll(domains.values());
            return all;
        }
    }

    /**
     * What a media server shows that it is the one it says.
     *
     * @param key the name of the secret, null where it has none
     */
    record Credential(@Nullable String key, SealedSecret secret) {}

    record HookSourceRemoved(HookSourceId hookSourceId, Instant removedAt) implements HookSourceEvent {}
}
