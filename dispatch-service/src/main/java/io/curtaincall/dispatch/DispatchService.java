package io.curtaincall.dispatch;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.access.key.SealingConfiguration;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.tls.TlsConfiguration;
import io.curtaincall.directory.DirectoryConfiguration;
import io.curtaincall.dispatch.plan.NodeId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The door of the service that takes live events and calls receivers. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import({DirectoryConfiguration.class, AccessConfiguration.class, SealingConfiguration.class, TlsConfiguration.class})
public class DispatchService {
    /** Drawn anew at every start: what the process did before is another node's work. */
    @Bean
    NodeId nodeId(FreshSecrets fresh) {
        return new NodeId(fresh.token("node-"));
    }
}
