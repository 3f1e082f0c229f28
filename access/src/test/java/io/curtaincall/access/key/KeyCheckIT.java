package io.curtaincall.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCheckIT {
    private final EmbeddedMongo embedded = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(embedded.uri());
    private final MongoSealedStore store = new MongoSealedStore(client.getDatabase("curtaincall"));

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @AfterEach
    void stop() {
        client.close();
        embedded.close();
    }

    @Test
    void of_two_first_processes_with_folders_of_their_own_the_second_notices_that_its_key_is_another() {
        KeyChoice one = choice("one");
        KeyChoice other = choice("other");
        KeyRing key = new KeyRing(one, store);
        KeyRing otherKey = new KeyRing(other, store);

        check(one, key).start();

        assertThatThrownBy(() -> check(other, otherKey).start())
                .hasMessageContaining("is not the key that seals the secrets in this store")
                .hasMessageContaining(folder.resolve("other/key").toString());
        assertThat(store.keyId()).contains(key.own().id());
        check(one, key).start();
    }

    @Test
    void of_two_that_name_their_key_at_once_one_wins() {
        store.claim("first");
        store.claim("second");

        assertThat(store.keyId()).contains("first");
    }

    private KeyChoice choice(String name) {
        return new KeyChoice(folder.resolve(name), "", new SecureRandom());
    }

    private KeyCheck check(KeyChoice choice, KeyRing ring) {
        return new KeyCheck(choice, ring, store, new Directory());
    }
}
