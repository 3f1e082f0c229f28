package io.curtaincall.dispatch.sending;

import io.curtaincall.access.egress.EgressPolicy;
import java.net.InetAddress;
import java.time.Clock;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SendingProperties.class, EgressProxyProperties.class})
class SendingConfiguration {
    @Bean(destroyMethod = "close")
    HttpCallbackSender callbackSender(
            SendingProperties properties, EgressProxyProperties proxy, EgressPolicy policy, Clock clock) {
        return new HttpCallbackSender(
                properties, policy, InetAddress::getAllByName, clock, SSLContexts.createDefault(), proxy.chosen());
    }
}
