package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.domain.DomainClaims;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** A change may move the config to another domain, and its owner may have lost the old one since. */
@Component
class ChangeNotifyConfigHandler {
    private final Repository<NotifyConfig> configs;
    private final DomainClaims domains;
    private final RoomForConfigs room;
    private final Clock clock;

    ChangeNotifyConfigHandler(
            Repository<NotifyConfig> configs, DomainClaims domains, RoomForConfigs room, Clock clock) {
        this.configs = configs;
        this.domains = domains;
        this.room = room;
        this.clock = clock;
    }

    @CommandHandler
    NotifyConfigVersion handle(ChangeNotifyConfig command) {
        Aggregate<NotifyConfig> config = configs.load(command.configId().value());
        domains.claim(config.invoke(NotifyConfig::owner), command.terms().domain());
        boolean moves = !config.invoke(NotifyConfig::current)
                .domain()
                .equals(command.terms().domain());
        if (moves) room.require(command.terms().domain());
        config.execute(it -> it.decide(command, clock));
        return config.invoke(NotifyConfig::current);
    }
}
