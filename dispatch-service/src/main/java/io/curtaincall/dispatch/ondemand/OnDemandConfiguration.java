package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.format.OnDemandFormats;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts on-demand recording together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnDemandProperties.class)
class OnDemandConfiguration {
    @Bean
    OnDemandDecisions onDemandDecisions(
            Directory directory,
            OnDemandFormats formats,
            CallbackSender sender,
            FreshSecrets fresh,
            Clock clock,
            OnDemandProperties properties) {
        AskingSlots slots = new AskingSlots(properties.underWay(), properties.underWayPerAccount());
        Questions questions = new Questions(formats, sender, properties.limits(), clock);
        return new OnDemandDecisions(directory, questions, fresh, clock, slots);
    }

    @Bean
    OnDemandLog onDemandLog(EventAppender appender, StoredStreams streams) {
        return new OnDemandLog(appender, streams);
    }
}
