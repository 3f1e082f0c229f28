package io.curtaincall.access;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.CallerArgument;
import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.EgressRule;
import io.curtaincall.access.problem.ProblemAnswers;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.unread.UnreadRequestConfiguration;
import io.curtaincall.directory.Directory;
import io.curtaincall.directory.DirectoryConfiguration;
import java.net.InetAddress;
import java.security.SecureRandom;
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
    @Bean
    BearerTokens bearerTokens(Directory directory) {
        return new BearerTokens(directory.accounts());
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

    @Bean
    EgressPolicy egressPolicy(@Value("${curtaincall.egress.allow:}") List<String> allowed) {
        return new EgressPolicy(allowed.stream().map(EgressRule::parse).toList(), InetAddress::getAllByName);
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
