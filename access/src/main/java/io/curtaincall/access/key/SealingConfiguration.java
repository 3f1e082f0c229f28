package io.curtaincall.access.key;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.MasterKey;
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
    MasterKey masterKey(KeyChoice choice, MongoSealedStore store) {
        return choice.choose(store);
    }

    @Bean
    SecretSealer secretSealer(MasterKey key, SecureRandom random) {
        return new SecretSealer(key, random);
    }

    @Bean
    KeyCheck keyCheck(KeyChoice choice, MasterKey key, MongoSealedStore store, Directory directory) {
        return new KeyCheck(choice, key, store, directory);
    }
}
