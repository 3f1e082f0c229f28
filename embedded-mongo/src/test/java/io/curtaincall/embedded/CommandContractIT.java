package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CommandContractIT extends EmbeddedMongoContract {

    @Test
    void majority_and_journal_are_accepted() {
        var careful = collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        careful.insertOne(json("{_id: 1, a: 2}"));
        assertThat(careful.find(json("{_id: 1}")).first()).isEqualTo(json("{_id: 1, a: 2}"));
    }

    @Test
    void a_long_result_comes_in_batches() {
        collection.insertMany(
                IntStream.range(0, 2500).mapToObj(i -> new Document("_id", i)).toList());
        assertThat(ids(json("{_id: {$gte: 10}}")))
                .hasSize(2490)
                .startsWith(10, 11)
                .endsWith(2499);
        assertThat(collection.find().batchSize(7).map(found -> found.get("_id")).into(new ArrayList<>()))
                .hasSize(2500);
        assertThat(collection.find().limit(3).into(new ArrayList<>())).hasSize(3);
    }

    @Test
    void hello_is_answered() {
        assertThat(database.runCommand(new Document("hello", 1)).get("isWritablePrimary"))
                .isEqualTo(true);
        assertThat(database.runCommand(new Document("ping", 1)).getDouble("ok")).isEqualTo(1.0);
        assertThat(database.listCollectionNames().into(new ArrayList<>())).isNotNull();
    }
}
