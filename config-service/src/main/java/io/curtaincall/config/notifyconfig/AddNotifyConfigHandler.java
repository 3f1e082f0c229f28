package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.domain.DomainClaims;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Adding a config may make its account the domain's owner: two aggregates, one append. */
@Component
class AddNotifyConfigHandler {
    private final Repository<NotifyConfig> configs;
    private final DomainClaims domains;
    private final RoomForConfigs room;
    private final Clock clock;

    AddNotifyConfigHandler(Repository<NotifyConfig> configs, DomainClaims domains, RoomForConfigs room, Clock clock) {
        this.configs = configs;
        this.domains = domains;
        this.room = room;
        this.clock = clock;
    }

    @CommandHandler
    NotifyConfigVersion handle(AddNotifyConfig command) throws Exception {
        domains.claim(command.accountId(), command.terms().domain());
        room.require(command.terms().domain());
        return configs.newInstance(() -> new NotifyConfig(command, clock)).invoke(NotifyConfig::current);
    }
}
