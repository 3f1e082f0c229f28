package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.access.caller.Right;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation of the HTTP API, asked for by everybody. */
@InBothShapes
class RightsIT {
    private static final Set<Right> READING = EnumSet.of(Right.READ);
    private static final Set<Right> WRITING = EnumSet.of(Right.READ, Right.WRITE);
    private static final Set<Right> MANAGING = EnumSet.of(Right.READ, Right.WRITE, Right.MANAGE_CREDENTIALS);
    private static final Set<Right> OVERSEEING = EnumSet.of(Right.READ, Right.OVERSEE);
    private static final String BODY = "planted-in-a-body";
    private static final String ELSEWHERE = "elsewhere.example.com";

    /** What a receiver answers where no body is, or breaks in the middle of one. */
    private static final List<Answer> BROKEN = List.of(
            Answer.raw("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n" + BODY + "\r\n"),
            Answer.raw("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n" + BODY + "\r\n0\r\n\r\n"),
            Answer.raw("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + BODY + "\r\n\r\n"),
            Answer.raw("HTTP/1.1 500 No\r\nContent-Length: 99\r\n\r\n" + BODY),
            Answer.raw("HTTP/1.1 500 No\r\nContent-Type: text/plain\r\n" + BODY + "\r\n\r\n"),
            Answer.raw(BODY + "\r\n\r\n"),
            Answer.raw("HTTP/1.1 " + BODY + "\r\n\r\n"),
            Answer.raw("HTTP/1.1 500 No\r\n\r\n" + BODY),
            new Answer.Trickle(
                    "HTTP/1.1 500 No\r\nContent-Length: 999\r\n\r\n" + BODY.repeat(40), Duration.ofMillis(10)));

    private final Installation installation;
    private final OwnThings own;

    RightsIT(Shape shape) {
        installation = Installations.of(shape);
        own = new OwnThings(installation);
    }

    @AfterEach
    void leave() {
        own.scene().close();
    }

    /** How what somebody asks for lies to what they have. */
    private enum Relation {
        OWNED,
        FOREIGN,
        OUTSIDE
    }

    /** @param rights that are enough, whatever is asked for */
    private record Somebody(String name, CurtaincallApi api, Set<Right> rights, Relation relation) {
        int expected(ApiOperation operation) {
            if (!rights.contains(operation.needs())) return 403;
            return switch (relation) {
                case OWNED -> operation.statuses().ok();
                case FOREIGN -> operation.statuses().foreign();
                case OUTSIDE -> operation.statuses().outside();
            };
        }
    }

    private List<Somebody> everybody() {
        Callers callers = new Callers(installation);
        String account = own.owner().id();
        String stranger = Accounts.open(installation).id();
        Set<Right> all = EnumSet.allOf(Right.class);
        Set<Right> actingForAll = EnumSet.of(Right.READ, Right.WRITE, Right.OVERSEE);
        return List.of(
                of("reader", callers.token(account, "read"), READING, Relation.OWNED),
                of("reader of bodies", callers.token(account, "read-bodies"), READING, Relation.OWNED),
                of("writer", callers.token(account, "write"), MANAGING, Relation.OWNED),
                of("reader inside", callers.token(account, "read", own.domain()), READING, Relation.OWNED),
                of("writer inside", callers.token(account, "write", own.domain()), WRITING, Relation.OWNED),
                of("reader outside", callers.token(account, "read", ELSEWHERE), READING, Relation.OUTSIDE),
                of("writer outside", callers.token(account, "write", ELSEWHERE), WRITING, Relation.OUTSIDE),
                of("reading stranger", callers.token(stranger, "read"), READING, Relation.FOREIGN),
                of("writing stranger", callers.token(stranger, "write"), MANAGING, Relation.FOREIGN),
                of("overseer", callers.token(null, "read"), OVERSEEING, Relation.OWNED),
                of("overseer of bodies", callers.token(null, "read-bodies"), OVERSEEING, Relation.OWNED),
                of("acting for all", callers.token(null, "write"), actingForAll, Relation.OWNED),
                of("acting outside", callers.token(null, "write", ELSEWHERE), WRITING, Relation.OUTSIDE),
                of("acting inside", callers.token(null, "write", own.domain()), WRITING, Relation.OWNED),
                of("operator", callers.token(null, "operator"), all, Relation.OWNED));
    }

    private static Somebody of(String name, CurtaincallApi api, Set<Right> rights, Relation relation) {
        return new Somebody(name, api, rights, relation);
    }

    @Test
    void every_operation_is_answered_to_who_may_and_refused_to_all_else() {
        SoftAssertions cells = new SoftAssertions();
        for (Somebody somebody : everybody()) {
            for (ApiOperation operation : ApiOperations.all()) {
                Reply reply = somebody.api().send(operation.request().apply(own, somebody.api()));
                cells.assertThat(reply.status())
                        .as("%s: %s, %s", somebody.name(), operation, reply.text())
                        .isEqualTo(somebody.expected(operation));
                if (somebody.relation() != Relation.OWNED) {
                    cells.assertThat(reply.text())
                            .as("%s: %s", somebody.name(), operation)
                            .doesNotContain("/hook\"");
                }
            }
        }
        cells.assertAll();
    }

    @Test
    void nobody_and_who_was_somebody_once_is_answered_nothing() {
        CurtaincallApi nobody = installation.as("cct_nobody");
        for (ApiOperation operation : ApiOperations.all()) {
            Reply reply = nobody.send(operation.request().apply(own, nobody));
            assertThat(reply.status()).as("%s", operation).isEqualTo(401);
        }
    }

    @Test
    void metrics_are_for_who_may_oversee_everything() {
        for (Somebody somebody : everybody()) {
            int expected = somebody.rights().contains(Right.OVERSEE) ? 200 : 403;
            for (var process : List.of(installation.config(), installation.dispatch(), installation.query())) {
                assertThat(somebody.api().get(process, "/actuator/prometheus").status())
                        .as(somebody.name())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_reader_is_told_all_of_a_callback_but_what_was_sent_and_answered() {
        own.scene().awaitRequest();
        own.scene().awaitState(own.callbackId(), "delivered");
        Callers callers = new Callers(installation);
        var bare = callers.token(own.owner().id(), "read")
                .callback(own.callbackId())
                .expect(200)
                .json();
        var whole = callers.token(own.owner().id(), "read-bodies")
                .callback(own.callbackId())
                .expect(200)
                .json();
        assertThat(bare.path("leftOut").asText()).contains("read-bodies");
        assertThat(bare.path("liveEvent").isNull()).isTrue();
        assertThat(bare.at("/attempts/0/response/body").isNull()).isTrue();
        assertThat(bare.at("/attempts/0/response/status").asInt()).isEqualTo(200);
        assertThat(whole.path("leftOut").isNull()).isTrue();
        assertThat(whole.at("/liveEvent/type").asText()).isNotEmpty();
    }

    @Test
    void nor_is_a_reader_told_any_of_it_by_how_an_answer_failed() {
        for (int i = 0; i < BROKEN.size(); i++) {
            own.scene().receiver().on("/broken-" + i, BROKEN.get(i));
            ObjectNode config = own.config().put("url", own.scene().receiver().url("/broken-" + i));
            ObjectNode retry = config.putObject("retry").put("timeout", "3s");
            retry.putObject("quick").put("attempts", 1);
            retry.putArray("schedule");
            String id =
                    own.api().addConfig(config).expect(201).json().path("id").asText();
            own.scene().awaitKnown(id);
        }
        Secrets body = new Secrets().plant("body", BODY);
        Callers callers = new Callers(installation);
        CurtaincallApi reader = callers.token(own.owner().id(), "read");
        CurtaincallApi wholeReader = callers.token(own.owner().id(), "read-bodies");
        List<String> bodies = new ArrayList<>();
        for (var callback : own.scene().report(own.scene().started()).path("callbacks")) {
            String id = callback.path("callbackId").asText();
            if (callback.path("configId").equals(own.scene().config().path("id"))) continue;
            own.scene().awaitState(id, "abandoned");
            assertThat(body.in(reader.callback(id).expect(200).text())).isEmpty();
            bodies.addAll(body.in(wholeReader.callback(id).expect(200).text()));
        }
        await().atMost(Scene.SOON).until(() -> own.scene().records("").size() > BROKEN.size());
        Reply records = reader.records("domain=" + own.domain()).expect(200);
        assertThat(body.in(records.text())).isEmpty();
        assertThat(bodies).as("what was told to who may see bodies").hasSizeGreaterThanOrEqualTo(3);
    }
}
