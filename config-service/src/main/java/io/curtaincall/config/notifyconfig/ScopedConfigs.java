package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.Problem.VersionConflict;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.notifyconfig.ScopeStreams.Present;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configs that dialects keep: one for each scope. Who writes reads it back at once, in any process. */
@Component
class ScopedConfigs {
    /** Each that is in vain means that another has succeeded: as many may change the same at once. */
    private static final int TRIES = 50;

    private final ConfigCommands commands;
    private final ScopeStreams scopes;
    private final Directory directory;

    ScopedConfigs(ConfigCommands commands, ScopeStreams scopes, Directory directory) {
        this.commands = commands;
        this.scopes = scopes;
        this.directory = directory;
    }

    NotifyConfigVersion add(Scope scope, Terms terms, @Nullable SealedSecret secret) {
        return commands.send(
                new AddScopedConfig(scope, terms, secret),
                added -> added.configId().value(),
                NotifyConfigVersion.class);
    }

    Optional<Present> find(Scope scope) {
        return scopes.current(scope);
    }

    Optional<Present> byId(String id) {
        return scopes.byId(id);
    }

    /** The account's of that format, oldest first. */
    List<Present> all(AccountId account, String format) {
        commands.awaitNewest();
        return scopes.told(directory.notifyConfigs().ofAccount(account).stream()
                .filter(config -> config.format().equals(format))
                .toList());
    }

    /** The version with the times that its events tell. */
    Present told(NotifyConfigVersion version) {
        return scopes.told(List.of(version)).getFirst();
    }

    /** @param change made of the newest version, again if it was not the newest any more */
    NotifyConfigVersion change(Scope scope, Function<NotifyConfigVersion, ChangeNotifyConfig> change) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            NotifyConfigVersion seen = require(scope);
            try {
                return commands.send(change.apply(seen), seen.configId().value(), NotifyConfigVersion.class);
            } catch (RefusedException e) {
                if (!(e.problem() instanceof VersionConflict)) throw e;
            }
        }
        throw new Unavailable("others keep changing the same, try again").refused();
    }

    /** Whether this version calls nobody because its receiver was given up. */
    boolean isGivenUp(NotifyConfigVersion version) {
        return !version.enabled() && scopes.made(version) instanceof NotifyConfigDisabled;
    }

    void remove(Scope scope) {
        NotifyConfigVersion seen = require(scope);
        commands.send(
                new RemoveNotifyConfig(seen.configId(), null), seen.configId().value());
    }

    private NotifyConfigVersion require(Scope scope) {
        return find(scope)
                .map(Present::config)
                .orElseThrow(() -> new NotFound("notify config", scope.domain()).refused());
    }
}
