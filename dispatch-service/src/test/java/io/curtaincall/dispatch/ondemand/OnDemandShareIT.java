package io.curtaincall.dispatch.ondemand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five receivers may be asked at once, two of them of one account. */
class OnDemandShareIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Answer YES = Answer.withBody(200, "{\"NeedRecord\":true}");

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final ExecutorService controlPlanes = Executors.newVirtualThreadPerTaskExecutor();
    private final DispatchNode node = DispatchNode.on(
            store,
            "dispatch.on-demand.deadline=4s",
            "dispatch.on-demand.under-way=5",
            "dispatch.on-demand.under-way-per-account=2");

    @BeforeEach
    void open() {
        node.letOperatorIn();
    }

    @AfterEach
    void close() {
        controlPlanes.close();
        node.close();
        receiver.close();
        store.close();
    }

    @Test
    void a_slow_receiver_takes_its_accounts_share_and_no_more() throws Exception {
        configured("slow", "slow", false, Answer.hang());
        configured("slow", "sister", false, YES);
        configured("other", "quick", false, YES);
        List<Future<JsonNode>> held = asked("slow", 2);

        JsonNode beyond = ask("slow");
        assertThat(beyond.get("source").stringValue()).isEqualTo("failure-rule");
        assertThat(beyond.get("record").booleanValue()).isFalse();
        assertThat(beyond.get("failure").stringValue())
                .isEqualTo("not asked: too many questions of this account are under way");
        assertThat(ask("sister").get("source").stringValue()).isEqualTo("failure-rule");
        assertThat(receiver.count("/slow")).isEqualTo(2);
        assertThat(ask("quick").get("source").stringValue()).isEqualTo("receiver");
        assertThat(held).noneMatch(Future::isDone);

        for (Future<JsonNode> each : held)
            assertThat(each.get().get("record").booleanValue()).isFalse();
        assertThat(ask("sister").get("source").stringValue()).isEqualTo("receiver");
    }

    @Test
    void when_all_slots_are_taken_the_configs_rule_holds_for_whoever_comes() throws Exception {
        configured("a", "a", true, Answer.hang());
        configured("b", "b", true, Answer.hang());
        configured("c", "c", true, Answer.hang());
        configured("d", "d", true, YES);
        List<Future<JsonNode>> held = new ArrayList<>(asked("a", 2));
        held.addAll(asked("b", 2));
        held.addAll(asked("c", 1));

        JsonNode beyond = ask("d");
        assertThat(beyond.get("source").stringValue()).isEqualTo("failure-rule");
        assertThat(beyond.get("record").booleanValue()).isTrue();
        assertThat(beyond.get("failure").stringValue()).isEqualTo("not asked: too many questions are under way");
        for (Future<JsonNode> each : held) each.get();
        assertThat(ask("d").get("source").stringValue()).isEqualTo("receiver");
    }

    /** Returns when the receiver has all the questions. */
    private List<Future<JsonNode>> asked(String name, int times) {
        List<Future<JsonNode>> questions = new ArrayList<>();
        for (int i = 0; i < times; i++) questions.add(controlPlanes.submit(() -> ask(name)));
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.count("/" + name) == times);
        return questions;
    }

    private JsonNode ask(String name) {
        String question = "{\"domain\":\"" + name + ".example.com\",\"app\":\"app\",\"stream\":\"s\"}";
        HttpResponse<String> answer = node.send("POST", "/v1/on-demand-decisions", question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void configured(String account, String name, boolean recordOnFailure, Answer answer) {
        receiver.on("/" + name, answer);
        AccountId owner = new AccountId(account);
        String domain = name + ".example.com";
        NotifyConfigVersion config = new NotifyConfigVersion(
                new NotifyConfigId("od-" + name),
                1,
                owner,
                domain,
                NotifyConfigVersion.ANY_APP,
                receiver.url("/callbacks"),
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                "alibaba",
                new Signing(Signing.NONE, null),
                true,
                new OnDemand(receiver.url("/" + name), recordOnFailure),
                null,
                null);
        DomainAssigned assigned = new DomainAssigned(domain, owner, AssignedBy.FIRST_USE, Instant.EPOCH);
        node.append(
                new NewEvent("Domain", "domain/" + domain, 0, assigned),
                new NewEvent("NotifyConfig", "od-" + name, 0, new NotifyConfigAdded(config, Instant.EPOCH)));
    }
}
