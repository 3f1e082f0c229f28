package io.curtaincall.dispatch.intake;

import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.dispatch.plan.PlanListener;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of intake that are plain classes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {
    @Bean
    CanonicalEvents canonicalEvents() {
        return new CanonicalEvents();
    }

    @Bean
    EventRequests eventRequests(CanonicalEvents canonical) {
        return new EventRequests(canonical);
    }

    @Bean
    AcceptLiveEvents acceptLiveEvents(
            Directory directory,
            NodeId node,
            Clock clock,
            EventAppender appender,
            StoredStreams streams,
            ObjectProvider<PlanListener> listeners) {
        return new AcceptLiveEvents(
                new Decisions(directory, node, clock),
                new LiveEventLog(appender, streams),
                listeners.orderedStream().toList());
    }

    @Bean
    UnderWay underWay(IntakeProperties properties) {
        return new UnderWay(properties);
    }

    @Bean
    MeterBinder requestsUnderWay(UnderWay underWay) {
        return registry -> Gauge.builder("dispatch.intake.under.way", underWay, UnderWay::count)
                .description("intake requests under way")
                .register(registry);
    }

    @Bean
    StoreDeadline storeDeadline(IntakeProperties properties) {
        return new StoreDeadline(properties.appendTimeout());
    }
}
