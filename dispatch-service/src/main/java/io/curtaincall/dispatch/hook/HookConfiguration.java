package io.curtaincall.dispatch.hook;

import io.curtaincall.dispatch.hook.session.HookProperties;
import io.curtaincall.dispatch.intake.StoreDeadline;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.StoredStreams;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the hook intake that are plain classes. */
@Configuration(proxyBeanMethods = false)
class HookConfiguration {
    private static final int ID_BITS = 128;

    @Bean
    HookLog hookLog(
            EventAppender appender,
            StoredStreams streams,
            HookProperties properties,
            SecureRandom random,
            Clock clock,
            MeterRegistry registry) {
        return new HookLog(
                appender,
                streams,
                new StoreDeadline(properties.appendTimeout()),
                () -> new BigInteger(ID_BITS, random).toString(32),
                clock,
                new ServerClocks(registry));
    }
}
