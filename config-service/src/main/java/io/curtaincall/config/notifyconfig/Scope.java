package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What has at most one config at a time. Its configs, one after another, have ids that follow from it: whoever adds the
 * nth writes the same stream, so the store itself lets only one in.
 */
sealed interface Scope {
    AccountId account();

    String format();

    String domain();

    String app();

    /** Empty where there is one thing only that a config can be for. */
    default String part() {
        return "";
    }

    /** @param generation 1 for the scope's first config, one more each time it is added again after a removal */
    NotifyConfigId id(int generation);

    /** Of a domain's application, or of all. */
    record OfDomain(AccountId account, String format, String domain, String app, String part) implements Scope {
        static OfDomain of(ConfigScope scope) {
            return new OfDomain(
                    scope.account(),
                    scope.format(),
                    scope.domain().toLowerCase(Locale.ROOT),
                    scope.app(),
                    scope.part());
        }

        @Override
        public NotifyConfigId id(int generation) {
            return new NotifyConfigId("nc_" + hash(this, generation));
        }
    }

    /** Of one application's mixed-stream relays. */
    record OfApplication(AccountId account, String format, String appId) implements Scope {
        @Override
        public String domain() {
            return RecordsQuestion.ofApplication(appId);
        }

        @Override
        public String app() {
            return NotifyConfigVersion.ANY_APP;
        }

        @Override
        public NotifyConfigId id(int generation) {
            return new NotifyConfigId("Sub-" + hash(this, generation).toUpperCase(Locale.ROOT));
        }
    }

    private static String hash(Scope scope, int generation) {
        List<String> parts = new ArrayList<>(
                List.of(scope.account().value(), scope.format(), scope.domain(), scope.app(), "" + generation));
        if (!scope.part().isEmpty()) parts.add(scope.part());
        return Hashes.sha256Hex(String.join("\n", parts)).substring(0, 32);
    }
}
