package io.curtaincall.access.key;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a door that seals or opens secrets needs beside {@link io.curtaincall.access.AccessConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class SealingConfiguration {
    @Bean
    KeyChoice keyChoice(
            @Value("${curtaincall.data:data}") String dataFolder,
            @Value("${" + KeyChoice.SETTING + ":}") String given,
            SecureRandom random) {
        return new KeyChoice(Path.of(dataFolder), given, random);
    }

    @Bean
    MongoSealedStore sealedStore(MongoDatabase database) {
        return new MongoSealedStore(database);
    }

    @Bean
    KeyRing keyRing(KeyChoice choice, MongoSealedStore store) {
        return new KeyRing(choice, store);
    }

    @Bean
    KeyWatch keyWatch(KeyRing ring) {
        return new KeyWatch(ring);
    }

    @Bean
    SecretSealer secretSealer(KeyRing ring, SecureRandom random) {
        return new SecretSealer(ring, random);
    }

    @Bean
    KeyCheck keyCheck(KeyChoice choice, KeyRing ring, MongoSealedStore store, Directory directory) {
        return new KeyCheck(choice, ring, store, directory);
    }
}
