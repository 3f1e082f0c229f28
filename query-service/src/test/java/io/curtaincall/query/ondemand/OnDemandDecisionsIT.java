package io.curtaincall.query.ondemand;

import static io.curtaincall.query.RunningQueryService.OPERATOR;
import static io.curtaincall.query.RunningQueryService.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.ondemand.OnDemandEvent.Exchange;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Source;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import io.curtaincall.events.ondemand.OnDemandId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.RunningQueryService.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnDemandDecisionsIT {
    private static final String PATH = "/v1/on-demand-decisions";
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final RunningQueryService SERVICE = RunningQueryService.on(STORE);

    @BeforeAll
    static void given_decisions_of_two_accounts_and_of_nobody() {
        SERVICE.letOperatorIn();
        SERVICE.openAccount("demo");
        SERVICE.openAccount("other");
        for (int i = 0; i < 25; i++) {
            String app = i % 5 == 0 ? "vod" : "live";
            append(new OnDemandDecided(
                    new OnDemandId("od_" + i),
                    new Stream("a.example.com", app, "s" + i % 2, 2000, "h264"),
                    new AccountId("demo"),
                    asked(),
                    false,
                    Source.FAILURE_RULE,
                    null,
                    "HTTP 503",
                    NOON));
        }
        append(byDefault("od_other", "b.example.com", new AccountId("other")));
        append(byDefault("od_nobody", "c.example.com", null));
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(all(OPERATOR)).size() == 27);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        STORE.close();
    }

    @Test
    void a_decision_tells_who_decided_and_how_they_were_asked() {
        JsonNode decision =
                SERVICE.get(PATH + "?pageSize=1", tokenOf("demo")).json().at("/decisions/0");

        assertThat(decision.at("/id").asText()).isEqualTo("od_24");
        assertThat(decision.at("/domain").asText()).isEqualTo("a.example.com");
        assertThat(decision.at("/vbitrate").asInt()).isEqualTo(2000);
        assertThat(decision.at("/record").asBoolean(true)).isFalse();
        assertThat(decision.at("/source").asText()).isEqualTo("failure-rule");
        assertThat(decision.at("/configId").asText()).isEqualTo("nc-1");
        assertThat(decision.at("/url").asText()).isEqualTo("https://customer.example/ask");
        assertThat(decision.at("/httpStatus").asInt()).isEqualTo(503);
        assertThat(decision.at("/failure").asText()).isEqualTo("HTTP 503");
        assertThat(decision.at("/decidedAt").asText()).isEqualTo("2026-01-31T12:00:00.123456Z");
    }

    @Test
    void following_the_cursor_gives_every_decision_once_newest_first_and_ends() {
        List<String> seen = new ArrayList<>();
        String query = PATH + "?domain=A.example.com&app=live&pageSize=7";
        for (String cursor = ""; cursor != null; ) {
            JsonNode page =
                    SERVICE.get(query + "&cursor=" + cursor, tokenOf("demo")).json();
            assertThat(page.at("/page/size").asInt()).isEqualTo(7);
            seen.addAll(ids(page));
            assertThat(page.at("/page").has("next")).isTrue();
            cursor = page.at("/page/next").textValue();
        }

        List<String> newestFirst = new ArrayList<>();
        for (int i = 24; i >= 0; i--) if (i % 5 != 0) newestFirst.add("od_" + i);
        assertThat(seen).isEqualTo(newestFirst);
    }

    @Test
    void an_account_sees_its_own_decisions_only_and_nobodys_are_the_operators() {
        JsonNode page = all(tokenOf("other"));

        assertThat(ids(page)).containsExactly("od_other");
        assertThat(page.at("/decisions/0/source").asText()).isEqualTo("default");
        assertThat(page.at("/decisions/0").has("configId")).isTrue();
        assertThat(page.at("/decisions/0/configId").isNull()).isTrue();
        assertThat(ids(SERVICE.get(PATH + "?domain=a.example.com", tokenOf("other"))
                        .json()))
                .isEmpty();
        assertThat(SERVICE.get(PATH + "?account=demo", tokenOf("other")).status())
                .isEqualTo(403);
        assertThat(SERVICE.get(PATH, "made-up").status()).isEqualTo(401);
        assertThat(ids(SERVICE.get(PATH + "?account=other", OPERATOR).json())).containsExactly("od_other");
        assertThat(ids(SERVICE.get(PATH + "?domain=c.example.com", OPERATOR).json()))
                .containsExactly("od_nobody");
    }

    @Test
    void stream_and_time_narrow_what_is_found() {
        assertThat(ids(SERVICE.get(PATH + "?stream=s1", tokenOf("demo")).json()))
                .hasSize(12);
        JsonNode tenth = all(tokenOf("demo")).at("/decisions/10");
        String at = tenth.at("/at").asText();
        assertThat(ids(SERVICE.get(PATH + "?from=" + at, tokenOf("demo")).json()))
                .contains(tenth.at("/id").asText());
        assertThat(ids(SERVICE.get(PATH + "?to=" + at, tokenOf("demo")).json()))
                .doesNotContain(tenth.at("/id").asText());
    }

    @Test
    void what_does_not_hold_is_refused_by_name() {
        String cursor = SERVICE.get(PATH + "?pageSize=1", tokenOf("demo"))
                .json()
                .at("/page/next")
                .asText();
        for (String wrong : List.of("pageSize=1001", "from=today", "status=failed", "cursor=x")) {
            Answer refused = SERVICE.get(PATH + "?" + wrong, tokenOf("demo"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(wrong.split("=", 2)[0]);
        }
        assertThat(SERVICE.get(PATH + "?app=live&cursor=" + cursor, tokenOf("demo"))
                        .status())
                .isEqualTo(400);
        assertThat(SERVICE.get("/v1/callback-records?cursor=" + cursor, tokenOf("demo"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_replay_builds_the_same_rows_again() {
        JsonNode before = all(OPERATOR);
        SERVICE.bean(MongoDatabase.class)
                .getCollection("query.on-demand-decisions")
                .updateMany(Filters.empty(), Updates.set("failure", "altered"));
        Answer asked = SERVICE.post("/v1/admin/replays", OPERATOR, "{\"projection\":\"on-demand-decisions\"}");
        assertThat(asked.status()).isEqualTo(202);
        String location = asked.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.get(location, OPERATOR)
                        .json()
                        .at("/state")
                        .asText()
                        .equals("done"));
        await().atMost(Duration.ofSeconds(10)).until(() -> all(OPERATOR).equals(before));
    }

    private static JsonNode all(String token) {
        return SERVICE.get(PATH + "?pageSize=1000", token).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/decisions").findValuesAsText("id");
    }

    private static void append(OnDemandDecided decided) {
        SERVICE.append(new NewEvent("OnDemand", "on-demand/" + decided.onDemandId(), 0, decided));
    }

    private static OnDemandDecided byDefault(String id, String domain, @Nullable AccountId owner) {
        Stream stream = new Stream(domain, "live", "s", null, null);
        return new OnDemandDecided(new OnDemandId(id), stream, owner, null, true, Source.DEFAULT, null, null, NOON);
    }

    private static Exchange asked() {
        return new Exchange(
                new NotifyConfigId("nc-1"),
                3,
                new Request("GET", "https://customer.example/ask", Map.of(), 0, "00ff"),
                "192.0.2.7",
                new Timing(NOON, 3L, 20L, 25),
                new Responded(503, Map.of(), "", false, null));
    }
}
