package io.curtaincall.config;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.access.key.SealingConfiguration;
import io.curtaincall.access.tls.TlsConfiguration;
import io.curtaincall.dialects.DialectsConfiguration;
import io.curtaincall.dialects.FormatsConfiguration;
import io.curtaincall.directory.DirectoryConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The door of the service that owns accounts, domains, notify configs and hook sources. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import({
    DirectoryConfiguration.class,
    AccessConfiguration.class,
    SealingConfiguration.class,
    TlsConfiguration.class,
    DialectsConfiguration.class,
    FormatsConfiguration.class
})
public class ConfigService {}
