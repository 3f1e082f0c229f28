package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.format.OnDemandFormats;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Clock;
import java.time.Duration;
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
        BulkheadConfig most = BulkheadConfig.custom()
                .maxConcurrentCalls(properties.underWay())
                .maxWaitDuration(Duration.ZERO)
                .build();
        Questions questions = new Questions(formats, sender, properties.limits(), clock);
        return new OnDemandDecisions(directory, questions, fresh, clock, Bulkhead.of("on-demand", most));
    }

    @Bean
    OnDemandLog onDemandLog(EventAppender appender, StoredStreams streams) {
        return new OnDemandLog(appender, streams);
    }
}
