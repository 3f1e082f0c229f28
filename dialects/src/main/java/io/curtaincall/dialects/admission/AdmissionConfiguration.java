package io.curtaincall.dialects.admission;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What dialects share to admit signed requests. */
@Configuration(proxyBeanMethods = false)
public class AdmissionConfiguration {
    @Bean
    AccessKeys accessKeys(Directory directory, SecretSealer sealer, Clock clock) {
        return new AccessKeys(directory, sealer, clock);
    }

    @Bean
    UsedNonces usedNonces(MongoDatabase database, Clock clock) {
        return new UsedNonces(database, clock);
    }

    @Bean
    Quotas quotas(MongoDatabase database, Clock clock) {
        return new Quotas(database, clock);
    }
}
