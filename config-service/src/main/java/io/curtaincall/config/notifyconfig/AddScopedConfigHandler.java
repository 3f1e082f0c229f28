package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.config.domain.DomainClaims;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Whether a scope is free is seen in the store; who is second to write finds it taken when it decides again. */
@Component
class AddScopedConfigHandler {
    private final Repository<NotifyConfig> configs;
    private final ScopeStreams scopes;
    private final DomainClaims domains;
    private final RoomForConfigs room;
    private final Clock clock;

    AddScopedConfigHandler(
            Repository<NotifyConfig> configs,
            ScopeStreams scopes,
            DomainClaims domains,
            RoomForConfigs room,
            Clock clock) {
        this.configs = configs;
        this.scopes = scopes;
        this.domains = domains;
        this.room = room;
        this.clock = clock;
    }

    @CommandHandler
    NotifyConfigVersion handle(AddScopedConfig command) throws Exception {
        Scope scope = command.scope();
        domains.claim(scope.account(), scope.domain());
        room.require(scope.domain());
        NotifyConfigId id = scopes.next(scope).orElseThrow(() -> new Conflict("there is one already").refused());
        AddNotifyConfig addition = new AddNotifyConfig(id, scope.account(), command.terms(), command.secret());
        return configs.newInstance(() -> new NotifyConfig(addition, clock)).invoke(NotifyConfig::current);
    }
}
