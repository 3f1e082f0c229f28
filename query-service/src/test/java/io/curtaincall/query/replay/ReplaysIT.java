package io.curtaincall.query.replay;

import static io.curtaincall.query.RunningQueryService.OPERATOR;
import static io.curtaincall.query.RunningQueryService.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.RunningQueryService.Answer;
import io.curtaincall.query.projection.Projecting;
import io.curtaincall.query.projection.ReadModel;
import io.curtaincall.query.record.Attempts;
import io.curtaincall.query.replay.ReplaysController.ReplayRequest;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplaysIT {
    private static final String PATH = "/v1/admin/replays";
    private static final String ASK = "{\"projection\":\"callback-records\"}";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final RunningQueryService SERVICE = RunningQueryService.on(STORE);
    private static int appended;

    @BeforeAll
    static void given_records() {
        SERVICE.letOperatorIn();
        SERVICE.openAccount("demo");
        append(40);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        STORE.close();
    }

    @Test
    void a_replay_builds_the_same_records_again_and_tells_how_far_it_is() {
        JsonNode before = records(SERVICE);

        Answer asked = SERVICE.post(PATH, OPERATOR, ASK);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().at("/state").asText()).isEqualTo("running");
        String location = asked.response().headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith(asked.json().at("/id").asText());
        JsonNode done = done(SERVICE, location);
        assertThat(done.at("/percent").asInt()).isEqualTo(100);
        assertThat(done.at("/position")).isEqualTo(done.at("/target"));
        assertThat(done.at("/finishedAt").isTextual()).isTrue();
        assertThat(records(SERVICE)).isEqualTo(before);
        assertThat(SERVICE.get(PATH, OPERATOR)
                        .json()
                        .at("/replays/0/projection")
                        .asText())
                .isEqualTo("callback-records");
    }

    @Test
    void records_of_events_that_come_during_a_replay_are_there_too() {
        String location = ask(SERVICE);
        for (int i = 0; i < 20; i++) SERVICE.append(Attempts.delivered().event("e-" + ++appended));

        done(SERVICE, location);

        awaitAll(SERVICE);
    }

    @Test
    void rows_that_differ_from_their_events_are_put_right_by_a_replay() {
        SERVICE.bean(MongoDatabase.class)
                .getCollection("query.callback-records")
                .updateMany(Filters.empty(), Updates.set("app", "x"));

        done(SERVICE, ask(SERVICE));

        awaitAll(SERVICE);
        assertThat(SERVICE.get("/v1/callback-records?app=x", OPERATOR)
                        .json()
                        .at("/page/total")
                        .asInt())
                .isZero();
    }

    /** The hazard: a processor that stores its token first would go on behind the rows it failed to write. */
    @Test
    void rows_whose_write_failed_are_written_once_the_store_takes_them() {
        MongoCollection<Document> rows = SERVICE.bean(MongoDatabase.class).getCollection("query.callback-records");
        String refusing = rows.createIndex(Indexes.ascending("eventId"), new IndexOptions().unique(true));
        String eventId = "e-" + ++appended;
        SERVICE.append(Attempts.timedOut().event(eventId, 1));
        SERVICE.append(Attempts.delivered().event(eventId, 2));
        appended++;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.get("/actuator/health", OPERATOR).status() == 503);

        rows.dropIndex(refusing);

        awaitAll(SERVICE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.get("/actuator/health", OPERATOR).status() == 200);
    }

    @Test
    void a_second_replay_is_refused_while_one_is_under_way() {
        try (MongoClient client = MongoClients.create(STORE.uri())) {
            Replays replays = new Replays(client.getDatabase("elsewhere"), Clock.systemUTC());
            ReplayRunner notStarted = new ReplayRunner(replays, SERVICE.bean(Projecting.class), Clock.systemUTC());
            ReplaysController controller =
                    new ReplaysController(replays, notStarted, SERVICE.bean(StoredStreams.class));
            ReplayRequest request = new ReplayRequest("callback-records");
            controller.start(new Operator(), request);

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> controller.start(new Operator(), request))
                    .satisfies(refused -> assertThat(refused.problem()).isInstanceOf(Conflict.class));

            replays.done(replays.latest(ReadModel.CALLBACK_RECORDS).orElseThrow());
            assertThat(controller.start(new Operator(), request).getStatusCode().value())
                    .isEqualTo(202);
            assertThat(replays.all()).extracting(Replay::id).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void only_the_operator_may_ask_and_only_for_what_there_is() {
        assertThat(SERVICE.post(PATH, tokenOf("demo"), ASK).status()).isEqualTo(403);
        assertThat(SERVICE.get(PATH, tokenOf("demo")).status()).isEqualTo(403);
        assertThat(SERVICE.get(PATH + "/callback-records-000099", OPERATOR).status())
                .isEqualTo(404);
        for (String unknown : new String[] {"{\"projection\":\"invoices\"}", "{}"}) {
            Answer refused = SERVICE.post(PATH, OPERATOR, unknown);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("/projection");
        }
    }

    @Test
    void of_two_processes_either_may_be_asked_and_a_process_that_ends_leaves_its_replay_to_the_other() {
        try (RunningQueryService other = OtherNode.on(STORE)) {
            done(SERVICE, ask(SERVICE));
            done(other, ask(other));
            awaitAll(other);
        }
        awaitAll(SERVICE);
        done(SERVICE, ask(SERVICE));
    }

    private static String ask(RunningQueryService service) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.get(PATH, OPERATOR).json().findValuesAsText("state").stream()
                        .noneMatch("running"::equals));
        Answer asked = service.post(PATH, OPERATOR, ASK);
        assertThat(asked.status()).isEqualTo(202);
        return asked.response().headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode done(RunningQueryService service, String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> service.get(location, OPERATOR).json(),
                        replay -> replay.at("/state").asText().equals("done"));
    }

    private static void append(int count) {
        for (int i = 0; i < count; i++) SERVICE.append(Attempts.delivered().event("e-" + ++appended));
        awaitAll(SERVICE);
    }

    private static void awaitAll(RunningQueryService service) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> records(service).at("/page/total").asInt() == appended);
    }

    private static JsonNode records(RunningQueryService service) {
        return service.get("/v1/callback-records?pageSize=1000", OPERATOR).json();
    }
}
