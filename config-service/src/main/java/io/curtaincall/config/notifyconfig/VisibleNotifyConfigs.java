package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notify configs as one caller may see them. */
@Component
class VisibleNotifyConfigs {
    private final Directory directory;

    VisibleNotifyConfigs(Directory directory) {
        this.directory = directory;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there is none or it is another account's, alike */
    NotifyConfigVersion byId(Caller caller, String id) {
        return Optional.of(id)
                .filter(text -> !text.isBlank())
                .map(NotifyConfigId::new)
                .flatMap(directory.notifyConfigs()::byId)
                .filter(config -> caller.sees(config.accountId(), config.domain()))
                .orElseThrow(() -> new NotFound("notify config", id).refused());
    }

    /** Ordered by id; the operator may narrow to one account. */
    List<NotifyConfigVersion> all(Caller caller, @Nullable String accountId) {
        return switch (caller) {
            case AccountCaller account -> {
                if (accountId != null && !accountId.equals(account.accountId().value())) {
                    throw new Forbidden("accountId names another account").refused();
                }
                yield directory.notifyConfigs().ofAccount(account.accountId()).stream()
                        .filter(config -> caller.rights().cover(config.domain()))
                        .toList();
            }
            case Operator operator ->
                directory.notifyConfigs().all().stream()
                        .filter(config -> caller.rights().cover(config.domain()))
                        .filter(config ->
                                accountId == null || config.accountId().value().equals(accountId))
                        .sorted(Comparator.comparing(config -> config.configId().value()))
                        .toList();
        };
    }

    /** What disabled this very version, unless that was its owner. */
    Optional<NotifyConfigDisabled> disabled(NotifyConfigVersion config) {
        return directory
                .notifyConfigs()
                .disabled(config.configId())
                .filter(off -> off.config().version() == config.version());
    }
}
