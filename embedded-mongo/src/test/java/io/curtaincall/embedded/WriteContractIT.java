package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class WriteContractIT extends EmbeddedMongoContract {

    private MongoBulkWriteException refusedMany(boolean ordered, int... ids) {
        List<Document> documents =
                IntStream.of(ids).mapToObj(id -> new Document("_id", id)).toList();
        return catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.insertMany(documents, new InsertManyOptions().ordered(ordered)));
    }

    @Test
    void an_unordered_insert_stores_all_but_the_duplicates_and_names_each() {
        insert("{_id: 2}", "{_id: 4}");
        var refused = refusedMany(false, 1, 2, 3, 4, 5, 1);
        assertThat(refused.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(1, 3, 5);
        assertThat(refused.getWriteErrors()).extracting(BulkWriteError::getCode).containsOnly(11000);
        assertThat(refused.getWriteErrors())
                .allSatisfy(error -> assertThat(error.getMessage()).contains("_id_"));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(3);
        assertThat(ids(new Document())).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void an_ordered_insert_ends_at_the_first_duplicate() {
        insert("{_id: 3}");
        var refused = refusedMany(true, 1, 2, 3, 4);
        assertThat(refused.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(2);
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(ids(new Document())).containsExactly(1, 2, 3);
    }

    @Test
    void a_bulk_of_everything_counts_everything() {
        insert("{_id: 1, n: 1}", "{_id: 2, n: 1}", "{_id: 3, n: 1}");
        BulkWriteResult result = collection.bulkWrite(List.of(
                new InsertOneModel<>(json("{_id: 4, n: 1}")),
                new UpdateOneModel<>(json("{_id: 1}"), json("{$inc: {n: 5}}")),
                new UpdateOneModel<>(
                        json("{_id: 9}"),
                        json("{$set: {n: 2}, $setOnInsert: {x: 7}}"),
                        new UpdateOptions().upsert(true)),
                new ReplaceOneModel<>(json("{_id: 2}"), json("{m: 1}"), new ReplaceOptions().upsert(true)),
                new ReplaceOneModel<>(json("{_id: 10}"), json("{m: 2}"), new ReplaceOptions().upsert(true)),
                new DeleteOneModel<>(json("{_id: 3}"))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getMatchedCount()).isEqualTo(2);
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(result.getDeletedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(2);
        assertThat(ids(new Document())).containsExactly(1, 2, 4, 9, 10);
        assertThat(collection.find(json("{_id: 9}")).first()).isEqualTo(json("{_id: 9, n: 2, x: 7}"));
        assertThat(collection.find(json("{_id: 2}")).first()).isEqualTo(json("{_id: 2, m: 1}"));
    }

    @Test
    void an_ordered_bulk_ends_at_its_first_error_and_an_unordered_one_goes_on() {
        insert("{_id: 1}", "{_id: 2}");
        collection.createIndex(json("{u: 1}"), new IndexOptions().unique(true).sparse(true));
        List<WriteModel<Document>> writes = List.of(
                new UpdateOneModel<>(json("{_id: 1}"), json("{$set: {u: 1}}")),
                new UpdateOneModel<>(json("{_id: 2}"), json("{$set: {u: 1}}")),
                new UpdateOneModel<>(json("{_id: 3}"), json("{$set: {u: 3}}"), new UpdateOptions().upsert(true)));
        var refused = catchThrowableOfType(MongoBulkWriteException.class, () -> collection.bulkWrite(writes));
        assertThat(refused.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(1);
        assertThat(ids(new Document())).containsExactly(1, 2);
        refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        assertThat(refused.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(1);
        assertThat(refused.getWriteErrors().getFirst().getCode()).isEqualTo(11000);
        assertThat(ids(new Document())).containsExactly(1, 2, 3);
    }

    @Test
    void an_unordered_bulk_names_each_upsert_that_met_another_version_and_does_the_rest() {
        insert("{_id: 'a', upTo: 7}", "{_id: 'b', upTo: 3}");
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        List<WriteModel<Document>> writes = List.of(
                new ReplaceOneModel<>(json("{_id: 'a', upTo: 5}"), json("{_id: 'a', upTo: 6}"), upsert),
                new ReplaceOneModel<>(json("{_id: 'b', upTo: 3}"), json("{_id: 'b', upTo: 4}"), upsert),
                new ReplaceOneModel<>(json("{_id: 'c', upTo: 0}"), json("{_id: 'c', upTo: 1}"), upsert),
                new UpdateOneModel<>(
                        json("{_id: 'a', upTo: {$lt: 5}}"), json("{$set: {x: 1}}"), new UpdateOptions().upsert(true)));
        var refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        assertThat(refused.getWriteErrors())
                .extracting(BulkWriteError::getIndex)
                .containsExactly(0, 3);
        assertThat(refused.getWriteErrors()).extracting(BulkWriteError::getCode).containsOnly(11000);
        assertThat(collection.find().sort(json("{_id: 1}")))
                .containsExactly(json("{_id: 'a', upTo: 7}"), json("{_id: 'b', upTo: 4}"), json("{_id: 'c', upTo: 1}"));
    }

    @Test
    void deleting_one_deletes_one_and_deleting_many_deletes_all() {
        collection.createIndex(json("{n: 1}"));
        collection.insertMany(IntStream.range(0, 2500)
                .mapToObj(i -> new Document("_id", i).append("n", i % 2))
                .toList());
        assertThat(collection.deleteOne(json("{n: 1}")).getDeletedCount()).isEqualTo(1);
        assertThat(collection.deleteMany(json("{n: 1}")).getDeletedCount()).isEqualTo(1249);
        assertThat(collection.countDocuments(json("{n: 0}"))).isEqualTo(1250);
        assertThat(collection.deleteMany(new Document()).getDeletedCount()).isEqualTo(1250);
        assertThat(collection.countDocuments(json("{n: 0}"))).isZero();
        insert("{_id: 7, n: 0}");
        assertThat(ids(json("{n: 0}"))).containsExactly(7);
    }
}
