package io.curtaincall.access;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.CallerArgument;
import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.EgressRule;
import io.curtaincall.access.egress.NameLookup;
import io.curtaincall.access.problem.ProblemAnswers;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.unread.UnreadRequestConfiguration;
import io.curtaincall.directory.Directory;
import io.curtaincall.directory.DirectoryConfiguration;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every door needs to know its callers and word its refusals. */
@Configuration(proxyBeanMethods = false)
@Import({DirectoryConfiguration.class, ProblemAnswers.class, UnreadRequestConfiguration.class})
public class AccessConfiguration {
    private static final int NAMES_AT_ONCE = 8;
    private static final int NAMES_WAITING = 64;
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(2);

    @Bean
    BearerTokens bearerTokens(Directory directory, Clock clock) {
        return new BearerTokens(directory.credentials(), clock);
    }

    @Bean
    WebMvcConfigurer callerArguments(BearerTokens tokens) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(tokens));
            }
        };
    }

    /** Of the names in the URLs that callers want to save: a caller's name server must not hold up anybody else. */
    @Bean
    NameLookup namesOfSavedUrls() {
        return new NameLookup(InetAddress::getAllByName, NAMES_AT_ONCE, NAMES_WAITING);
    }

    @Bean
    EgressPolicy egressPolicy(
            @Value("${curtaincall.egress.allow:}") List<String> allowed, NameLookup namesOfSavedUrls) {
        return new EgressPolicy(
                allowed.stream().map(EgressRule::parse).toList(), namesOfSavedUrls.within(LONGEST_LOOK_UP));
    }

    @Bean
    RecordRoots recordRoots(@Value("${curtaincall.hooks.record-roots:}") List<String> folders) {
        return RecordRoots.of(folders);
    }

    @Bean
    FreshSecrets freshSecrets(SecureRandom random) {
        return new FreshSecrets(random);
    }
}
