package io.curtaincall.config.hooksource;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.recordroot.PathMap;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller asks for when it adds a hook source, checked. */
record HookSourceRequest(
        @Nullable AccountId accountId,
        HookKind kind,
        String domain,
        String node,
        boolean recordingExpected,
        @Nullable String recordRoot,
        ServerCredential credential,
        ServerNames names) {
    private static final int LONGEST_PATH = 4096;
    private static final TextRule NODE_FORM = TextRule.matching(
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?"),
            "must be 1 to 253 letters, digits, dots, hyphens and underscores, a letter or digit at either end");

    static HookSourceRequest read(Caller caller, RequestFields fields, RecordRoots ofAccounts) {
        String kind = fields.text("kind", HookSourceRequest::refusalOfKind);
        String domain = DomainNames.read(fields);
        String node = fields.text("node", NODE_FORM);
        boolean recordingExpected = fields.flag("recordingExpected", true);
        TextRule place = folder -> refusalOfFolder(folder).or(() -> refusalFor(caller, folder, ofAccounts));
        ServerNames names = ServerNames.read(fields, kind, HookSourceRequest::refusalOfFolder, place);
        PathMap map = PathMap.of(names.paths());
        Optional<String> recordRoot = fields.optionalText(
                "recordRoot",
                folder -> refusalOfFolder(folder).or(() -> refusalFor(caller, map.here(folder), ofAccounts)));
        ServerCredential credential = ServerCredential.read(fields, kind);
        fields.requireValid();
        HookSourceRequest request = new HookSourceRequest(
                owner(caller),
                HookKind.of(kind),
                domain,
                node,
                recordingExpected,
                recordRoot.orElse(null),
                credential,
                names);
        request.domains().forEach(caller.rights()::requireDomain);
        return request;
    }

    private Set<String> domains() {
        Set<String> all = new LinkedHashSet<>(Set.of(domain));
        if (names.domains() != null) all.addAll(names.domains().values());
        return all;
    }

    AddHookSource command(String secret, FreshSecrets fresh, SecretSealer sealer) {
        return new AddHookSource(
                new HookSourceId(fresh.token("hs_")),
                accountId,
                kind,
                domain,
                node,
                Hashes.sha256Hex(secret),
                recordingExpected,
                recordRoot,
                credential.sealed(sealer),
                names);
    }

    private static @Nullable AccountId owner(Caller caller) {
        return switch (caller) {
            case AccountCaller account -> account.accountId();
            case Operator operator -> null;
        };
    }

    private static Optional<String> refusalOfKind(String kind) {
        if (HookKind.find(kind).isPresent()) return Optional.empty();
        return Optional.of("must be one of "
                + Arrays.stream(HookKind.values()).map(HookKind::wireName).collect(Collectors.joining(", ")));
    }

    /** Where files are looked at, their size and times are told: no account may ask that of the whole disk. */
    private static Optional<String> refusalFor(Caller caller, String folder, RecordRoots ofAccounts) {
        boolean operates = caller instanceof Operator && caller.rights().include(Role.OPERATOR);
        boolean free = operates || ofAccounts.holdByName(folder);
        return free
                ? Optional.empty()
                : Optional.of("must be below a folder of curtaincall.hooks.record-roots, or be set by the operator");
    }

    private static Optional<String> refusalOfFolder(String folder) {
        boolean climbs = Arrays.asList(folder.split("/", -1)).contains("..");
        return folder.startsWith("/") && !climbs
                ? TextRule.plain(LONGEST_PATH).refusal(folder)
                : Optional.of("must be an absolute path without \"..\"");
    }
}
