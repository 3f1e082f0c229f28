package io.curtaincall.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.store.DocumentCodec;
import io.curtaincall.embedded.store.Storage;
import io.curtaincall.embedded.store.StoreFile;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an index answers is answered without the documents: these are spoilt behind the store's back, so that whoever
 * reads one fails: no BSON document has no bytes.
 */
class UnreadDocumentsIT {
    private static final int COUNT = 100;
    private static final byte[] SPOILT = {};

    private static final Document STATUS_INDEX =
            new Document("key", new Document("status", 1).append("n", 1)).append("name", "status_n");

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @TempDir
    private Path folder;

    private Storage storage = Storage.inMemory();
    private StoreBackend backend = new StoreBackend(storage, Clock.systemUTC());

    @BeforeEach
    void fill() {
        open();
        run(new Document("createIndexes", "things").append("indexes", List.of(STATUS_INDEX)));
        List<Document> documents = IntStream.range(0, COUNT)
                .mapToObj(i -> new Document("_id", i)
                        .append("status", i % 4 == 0 ? "failed" : "ok")
                        .append("n", i))
                .toList();
        run(new Document("insert", "things").append("documents", documents));
    }

    private void open() {
        backend.close();
        storage = new StoreFile(folder).open();
        backend = new StoreBackend(storage, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    private void spoil(IntPredicate which) {
        MVMap<byte[], byte[]> documents = storage.documents("db.things");
        assertThat(documents.size()).isEqualTo(COUNT);
        int i = 0;
        for (byte[] key : List.copyOf(documents.keySet())) {
            if (which.test(i++)) {
                documents.put(key, SPOILT);
            }
        }
        Document looking = new Document("find", "things").append("projection", new Document("n", 1));
        assertThatThrownBy(() -> run(looking)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_count_reads_no_document() {
        spoil(i -> true);
        Document reply = run(new Document("count", "things").append("query", new Document("status", "failed")));
        assertThat(reply.get("n")).isEqualTo(COUNT / 4);
        Document range = new Document("status", "ok").append("n", new Document("$lt", 10));
        assertThat(run(new Document("count", "things").append("query", range)).get("n"))
                .isEqualTo(7);
    }

    @Test
    void a_count_at_the_head_of_an_aggregate_reads_no_document() {
        spoil(i -> true);
        assertThat(aggregate(
                        new Document("$match", new Document("status", "failed")),
                        new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)))))
                .isEqualTo(List.of(new Document("_id", 1).append("n", COUNT / 4)));
    }

    @Test
    void a_match_at_the_head_of_an_aggregate_reads_only_what_matches() {
        spoil(i -> i % 4 != 0);
        assertThat(aggregate(
                        new Document("$match", new Document("status", "failed")),
                        new Document("$group", new Document("_id", null).append("n", new Document("$max", "$n")))))
                .isEqualTo(List.of(new Document("_id", null).append("n", COUNT - 4)));
    }

    @Test
    void a_sorted_page_reads_only_what_is_on_it() {
        spoil(i -> i != 96);
        Document page = new Document("find", "things")
                .append("filter", new Document("status", "failed"))
                .append("sort", new Document("n", -1))
                .append("limit", 1);
        assertThat(firstBatch(run(page)))
                .extracting(UnreadDocumentsIT::read)
                .extracting(found -> found.get("_id"))
                .containsExactly(96);
    }

    @Test
    void what_an_index_finds_goes_out_as_it_is_stored() {
        spoil(i -> true);
        List<Document> found = firstBatch(run(new Document("find", "things")
                .append("filter", new Document("status", "failed"))
                .append("limit", 2)));
        assertThat(found)
                .hasSize(2)
                .allSatisfy(document -> assertThat(Objects.requireNonNull(StoredDocument.in(document))
                                .bytes())
                        .isEqualTo(SPOILT));
    }

    @Test
    void an_older_request_is_answered_with_documents_that_are_read() {
        Document request = new Document("find", "things").append("filter", new Document("_id", 3));
        assertThat(firstBatch(backend.handleCommand(channel, "db", "find", request)))
                .containsExactly(new Document("_id", 3).append("status", "ok").append("n", 3));
    }

    @Test
    void indexes_are_not_built_again_when_the_store_is_reopened() {
        spoil(i -> true);
        open();
        run(new Document("createIndexes", "things").append("indexes", List.of(STATUS_INDEX)));
        Document reply = run(new Document("count", "things").append("query", new Document("status", "failed")));
        assertThat(reply.get("n")).isEqualTo(COUNT / 4);
    }

    private Document run(Document command) {
        String name = command.keySet().iterator().next();
        Document reply = backend.handleCommand(channel, "db", name, command.append("$db", "db"));
        assertThat(reply).containsEntry("ok", 1.0).doesNotContainKey("writeErrors");
        return reply;
    }

    private List<Document> aggregate(Document... pipeline) {
        return firstBatch(run(new Document("aggregate", "things")
                .append("pipeline", List.of(pipeline))
                .append("cursor", new Document())));
    }

    private static Document read(Document found) {
        StoredDocument stored = StoredDocument.in(found);
        return stored == null ? found : DocumentCodec.decode(stored.bytes());
    }

    private static List<Document> firstBatch(Document reply) {
        return new Fields(reply).document("cursor").get("firstBatch") instanceof List<?> batch
                ? batch.stream().map(Document.class::cast).toList()
                : List.of();
    }
}
