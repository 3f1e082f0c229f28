package io.curtaincall.dispatch.intake;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.plan.Backlog;
import io.curtaincall.dispatch.plan.DispatchPlanner;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.dispatch.plan.PlanListener;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

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
    SignedReports signedReports(Directory directory, SecretSealer sealer, Clock clock) {
        return new SignedReports(directory.intakeKeys(), sealer, clock);
    }

    @Bean
    AcceptLiveEvents acceptLiveEvents(
            Directory directory,
            CallbackFormats formats,
            NodeId node,
            Clock clock,
            EventAppender appender,
            StoredStreams streams,
            ObjectProvider<PlanListener> listeners) {
        return new AcceptLiveEvents(
                new Decisions(directory, new DispatchPlanner(formats), node, clock),
                new LiveEventLog(appender, streams),
                listeners.orderedStream().toList());
    }

    @Bean
    UnderWay underWay(IntakeProperties properties) {
        return new UnderWay(properties);
    }

    @Bean
    AccountRoom accountRoom(
            Directory directory, ObjectProvider<Backlog> backlog, IntakeProperties properties, MeterRegistry registry) {
        Counter refused = Counter.builder("dispatch.intake.refused.account")
                .description("intake requests sent away because an account had its share of unfinished callbacks")
                .register(registry);
        return new AccountRoom(
                directory.domains(), backlog.getIfAvailable(() -> Backlog.NONE), properties.retryAfter(), refused);
    }

    @Bean
    FilterRegistrationBean<FullHouse> fullHouse(
            UnderWay underWay,
            ObjectProvider<Backlog> backlog,
            IntakeProperties properties,
            JsonMapper json,
            MeterRegistry registry) {
        Counter refused = Counter.builder("dispatch.intake.refused")
                .description(
                        "intake requests sent away because too many were under way or too many callbacks unfinished")
                .register(registry);
        FilterRegistrationBean<FullHouse> registration = new FilterRegistrationBean<>(
                new FullHouse(underWay, backlog.getIfAvailable(() -> Backlog.NONE), properties, json, refused));
        registration.addUrlPatterns(FullHouse.PATH);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    MeterBinder requestsUnderWay(UnderWay underWay) {
        return registry -> {
            Gauge.builder("dispatch.intake.under.way", underWay, UnderWay::count)
                    .description("intake requests under way")
                    .register(registry);
            Gauge.builder("dispatch.intake.under.way.bytes", underWay, UnderWay::bytes)
                    .description("what intake requests under way have brought")
                    .register(registry);
        };
    }

    @Bean
    StoreDeadline storeDeadline(IntakeProperties properties) {
        return new StoreDeadline(properties.appendTimeout());
    }
}
