package io.curtaincall.dispatch.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.Script;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OperatorWarningsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void the_operator_is_warned_of_a_disabled_config_until_the_hook_has_taken_it() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                CallbackReceiver hook = CallbackReceiver.start();
                DispatchNode node = DispatchNode.on(
                        store,
                        "dispatch.operator-hook.url=" + hook.url("/warn"),
                        "dispatch.operator-hook.secret=" + DispatchNode.SECRET)) {
            hook.on("/warn", Script.failing(1, Answer.status(500)));
            node.config("c", "d.example.com", "https://receiver.example.com/?token=hush");
            disable(node, "c");
            await().atMost(PATIENCE).until(() -> hook.count("/warn") >= 2);
            List<ReceivedRequest> warnings = hook.requestsTo("/warn");
            assertThat(warnings)
                    .extracting(request -> request.header("webhook-id"))
                    .containsOnly("disabled_c_2");
            ReceivedRequest warning = warnings.getLast();
            assertThat(warning.text())
                    .contains("io.curtaincall.notify-config.disabled.v1", "\"reason\":\"gone\"", "d.example.com")
                    .doesNotContain("hush");
            Map<String, List<String>> headers = warning.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
            new Webhook(DispatchNode.SECRET).verify(warning.text(), HttpHeaders.of(headers, (name, value) -> true));
        }
    }

    @Test
    void each_use_of_an_exception_for_the_hook_is_in_the_log(CapturedOutput log) {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                CallbackReceiver hook = CallbackReceiver.start();
                DispatchNode node = DispatchNode.on(
                        store,
                        "logging.level.io.curtaincall.dispatch.warning=INFO",
                        "curtaincall.egress.allow=10.0.0.0/8,127.0.0.1/32:" + hook.port(),
                        "dispatch.operator-hook.url=" + hook.url("/warn"),
                        "dispatch.operator-hook.secret=" + DispatchNode.SECRET)) {
            hook.on("/warn", Script.failing(1, Answer.status(500)));
            node.config("c", "d.example.com", "https://receiver.example.com/");
            disable(node, "c");
            await().atMost(PATIENCE).until(() -> hook.count("/warn") >= 2);
            String use = "the operator's hook was called at 127.0.0.1:%1$d (allowed by rule 127.0.0.1/32:%1$d)"
                    .formatted(hook.port());
            await().atMost(PATIENCE)
                    .until(() -> log.getOut()
                                    .lines()
                                    .filter(line -> line.contains(use) && line.endsWith("disabled_c_2"))
                                    .count()
                            >= 2);
        }
    }

    private static void disable(DispatchNode node, String id) {
        NotifyConfigVersion config = node.bean(Directory.class)
                .notifyConfigs()
                .byId(new NotifyConfigId(id))
                .orElseThrow();
        node.append(
                new NewEvent("NotifyConfig", id, 1, new NotifyConfigDisabled(config.disabled(), "gone", node.now())));
    }
}
