package io.curtaincall.access.tls;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a door that takes or follows what configs say of TLS needs beside {@link io.curtaincall.access.AccessConfiguration}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TlsProperties.class)
public class TlsConfiguration {
    @Bean
    NamedTls namedTls(TlsProperties properties) {
        return new NamedTls(properties);
    }
}
