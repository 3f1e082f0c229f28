package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a receiver is given up, then disable its config. Told again, it changes nothing. */
@ProcessingGroup(GivenUpEndpoints.PROCESSOR)
class GivenUpEndpoints {
    static final String PROCESSOR = "config.given-up-endpoints";
    private static final Logger log = LoggerFactory.getLogger(GivenUpEndpoints.class);

    private final CommandGateway commands;

    GivenUpEndpoints(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(EndpointGivenUp event) {
        try {
            commands.sendAndWait(new DisableNotifyConfig(event.configId(), event.configVersion(), event.reason()));
            log.warn("the receiver of notify config {} is given up: {}", event.configId(), event.reason());
        } catch (AggregateNotFoundException removed) {
            log.debug("{} is removed", event.configId());
        }
    }
}
