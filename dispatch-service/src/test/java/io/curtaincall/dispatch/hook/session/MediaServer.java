package io.curtaincall.dispatch.hook.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.eventstore.NewEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** A media server as its hooks show it, the operator's if nothing else is said: a record folder, a node name of its own, and captured requests to send. */
record MediaServer(
        RunningIntake intake,
        String node,
        HookKind kind,
        @Nullable Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static MediaServer added(RunningIntake intake, String node, HookKind kind, @Nullable Path folder) {
        return added(intake, node, kind, folder, true);
    }

    static MediaServer added(
            RunningIntake intake, String node, HookKind kind, @Nullable Path folder, boolean expected) {
        return added(intake, node, kind, folder, expected, null);
    }

    static MediaServer ofAccount(RunningIntake intake, String node, @Nullable Path folder) {
        return added(intake, node, HookKind.NGINX_RTMP, folder, true, RunningIntake.ACME);
    }

    /** One that shows more than the secret in its URL. */
    static MediaServer showing(RunningIntake intake, String node, HookKind kind, @Nullable String key, String secret) {
        Credential credential =
                new Credential(key, intake.bean(SecretSealer.class).seal(secret));
        return added(intake, node, kind, null, true, null, credential);
    }

    /** One that calls hosts and folders otherwise than we do. */
    static MediaServer naming(
            RunningIntake intake,
            String node,
            HookKind kind,
            @Nullable AccountId account,
            @Nullable String recordRoot,
            Map<String, String> domains,
            Map<String, String> paths) {
        HookSourceAdded source = new HookSourceAdded(
                new HookSourceId("hs-" + node),
                account,
                kind,
                RunningIntake.DOMAIN,
                node,
                Hashes.sha256Hex("secret-" + node),
                true,
                recordRoot,
                Instant.EPOCH,
                null,
                domains,
                paths);
        intake.append(new NewEvent("HookSource", "hs-" + node, 0, source));
        return new MediaServer(intake, node, kind, null);
    }

    private static MediaServer added(
            RunningIntake intake,
            String node,
            HookKind kind,
            @Nullable Path folder,
            boolean expected,
            @Nullable AccountId account) {
        return added(intake, node, kind, folder, expected, account, null);
    }

    private static MediaServer added(
            RunningIntake intake,
            String node,
            HookKind kind,
            @Nullable Path folder,
            boolean expected,
            @Nullable AccountId account,
            @Nullable Credential credential) {
        HookSourceAdded source = new HookSourceAdded(
                new HookSourceId("hs-" + node),
                account,
                kind,
                RunningIntake.DOMAIN,
                node,
                Hashes.sha256Hex("secret-" + node),
                expected,
                folder == null ? null : folder.toString(),
                Instant.EPOCH,
                credential);
        intake.append(new NewEvent("HookSource", "hs-" + node, 0, source));
        return new MediaServer(intake, node, kind, folder);
    }

    /** The same one, talking to another process. */
    MediaServer against(RunningIntake other) {
        return new MediaServer(other, node, kind, folder);
    }

    void captured(String fixture, String... replacements) {
        byte[] request = RawRequests.of(kind.wireName() + "/" + fixture + ".raw", path());
        for (int i = 0; i < replacements.length; i += 2) {
            request = RawRequests.with(request, replacements[i], replacements[i + 1]);
        }
        assertThat(RawRequests.send(intake.port(), request)).startsWith("HTTP/1.1 200");
    }

    /** An nginx-rtmp hook with these fields after those it always has. */
    void hook(String call, String client, String stream, String... fields) {
        StringBuilder form = new StringBuilder("app=live&clientid=" + client + "&call=" + call + "&name=" + stream);
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        assertThat(intake.post(path(), "", "application/x-www-form-urlencoded", form.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** A hook built from the server's source, with other text where that is given; tells what it was answered. */
    String built(String fixture, String... replacements) {
        return post(fixture, "", "application/json", replacements);
    }

    /** The same with a query behind the URL or of another type. */
    String post(String fixture, String query, String contentType, String... replacements) {
        String body = text(fixture);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(body).contains(replacements[i]);
            body = body.replace(replacements[i], replacements[i + 1]);
        }
        HttpResponse<String> answer = intake.post(path() + query, "", contentType, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    String text(String fixture) {
        String resource = "/" + kind.wireName() + "/" + fixture;
        try (InputStream in = Objects.requireNonNull(MediaServer.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitTold(String... told) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).containsExactlyInAnyOrder(told));
    }

    /** The event of that name that was told last. */
    JsonNode last(String name) {
        return reported().stream()
                .filter(event -> event.at("/data/event").textValue().equals("RECORD_" + name))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    String path() {
        return "/hooks/" + kind.wireName() + "/secret-" + node;
    }

    /** A real recording of two seconds. */
    Path recording(String name) {
        String format = name.endsWith(".mp4") ? "mp4" : "flv";
        try (InputStream media =
                Objects.requireNonNull(MediaServer.class.getResourceAsStream("/media/two-seconds." + format))) {
            return write(name, media.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(Objects.requireNonNull(folder).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has been reported of this server, in order. */
    List<JsonNode> reported() {
        List<JsonNode> reported = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> all =
                intake.bean(EventStore.class).openStream(null)) {
            while (all.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                if (all.nextAvailable().getPayload() instanceof LiveEventReported event
                        && event.source().equals("/nodes/" + node + "/" + kind.wireName())) {
                    reported.add(JSON.readTree(event.cloudEvent()));
                }
            }
            return reported;
        } catch (InterruptedException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** In short: what, of which client, and the error's code if there is one. */
    List<String> told() {
        return reported().stream()
                .map(event -> event.at("/data/event").textValue().replace("RECORD_", "")
                        + " " + event.at("/data/sessionId").textValue().replace(node + "-", "")
                        + (event.at("/data/error").isMissingNode()
                                ? ""
                                : " " + event.at("/data/error/code").textValue()))
                .toList();
    }
}
