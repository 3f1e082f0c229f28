package io.curtaincall.dispatch.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.hook.session.RawRequests;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.eventstore.NewEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookControllerIT {
    private static final String NGINX = "/hooks/nginx-rtmp/";
    private static final String NODE = "/hooks/node-media-server/";
    private static final String MOVED = "moved.example.com";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
        intake.append(
                source("hs-1", HookKind.NGINX_RTMP, "s3cr3t-1"),
                source("hs-2", HookKind.NODE_MEDIA_SERVER, "s3cr3t-2"));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dup-1-publish-first",
                "dup-2-publish-second",
                "dup-3-publish_done-second",
                "dup-4-record_done-second",
                "dup-5-publish_done-first",
                "dup-6-record_done-first",
                "edge-arginjection-publish",
                "edge-arginjection-record_done",
                "edge-longname-publish",
                "edge-longname-publish_done",
                "edge-tcurl-query-publish",
                "edge-tcurl-query-record_done",
                "edge-unicode-publish",
                "edge-unicode-record_done",
                "live-1-publish",
                "live-2-publish_done",
                "live-3-record_done",
                "manual-record_done-1",
                "manual-record_done-2",
                "seg-0-update_publish",
                "seg-1-record_done-av4s",
                "seg-2-record_done-av4s",
                "seg-3-record_done-av4s",
                "seg-4-record_done-audio"
            })
    void every_captured_nginx_rtmp_request_is_durable_once_it_is_answered(String fixture) throws InterruptedException {
        int before = received().size();
        String answer = send("nginx-rtmp/" + fixture + ".raw", NGINX + "s3cr3t-1");
        assertThat(answer).startsWith("HTTP/1.1 200");
        List<HookReceived> received = received();
        assertThat(received).hasSize(before + 1);
        assertThat(received.getLast().hookSourceId()).isEqualTo(new HookSourceId("hs-1"));
        assertThat(fixture).contains("-" + received.getLast().call());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-prePublish", "2-postRecord", "3-postPublish", "4-donePublish", "5-doneRecord"})
    void every_captured_node_media_server_request_is_answered_with_exactly_200(String fixture)
            throws InterruptedException {
        String answer = send("node-media-server/" + fixture + ".raw", NODE + "s3cr3t-2");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(fixture).endsWith("-" + received().getLast().call());
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-get-publish", "edge-get-record_done", "edge-get-crlf-publish"})
    void get_is_refused(String fixture) {
        assertThat(send("nginx-rtmp/" + fixture + ".raw", NGINX + "s3cr3t-1")).startsWith("HTTP/1.1 405");
    }

    @Test
    void an_unknown_secret_or_one_of_another_kind_is_not_found() {
        String fixture = "nginx-rtmp/live-1-publish.raw";
        assertThat(send(fixture, NGINX + "guessed")).startsWith("HTTP/1.1 404");
        assertThat(send(fixture, NGINX + "s3cr3t-2")).startsWith("HTTP/1.1 404");
        assertThat(send(fixture, NODE + "s3cr3t-1")).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_hook_that_makes_no_sense_is_kept_and_acknowledged() throws InterruptedException {
        assertThat(intake.post(NODE + "s3cr3t-2", "", "text/plain", "hello").statusCode())
                .isEqualTo(200);
        assertThat(received().getLast().call()).isEqualTo("unreadable");
    }

    @Test
    void bytes_that_are_no_text_are_kept_and_acknowledged_too() throws InterruptedException {
        byte[] broken = {0, 0, 0, 0x7b, 0x7f, 0x11, 0, 0};
        int before = received().size();
        assertThat(RawRequests.send(intake.port(), request("POST", NODE + "s3cr3t-2", broken)))
                .startsWith("HTTP/1.1 200");
        assertThat(received())
                .hasSize(before + 1)
                .last()
                .satisfies(hook -> assertThat(hook.call()).isEqualTo("unreadable"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /hooks/nginx-rtmp/gu3ss3d, 1, 404",
        "POST, /hooks/nginx-rtmp/gu3ss3d/more, 1, 404",
        "POST, /hooks/no-such-server/gu3ss3d, 1, 404",
        "POST, //hooks/no-such-server/gu3ss3d, 1, 404",
        "POST, /hooks/nginx-rtmp/gu3ss3d%2F, 1, 400",
        "GET, /hooks/nginx-rtmp/gu3ss3d, 0, 405",
        "BREW, /hooks/nginx-rtmp/gu3ss3d, 0, 405",
        "POST, /hooks/nginx-rtmp/s3cr3t-1, 65537, 413"
    })
    void no_refusal_repeats_the_secret(String method, String path, int bytes, int status) {
        String answer = RawRequests.send(intake.port(), request(method, path, new byte[bytes]));
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .doesNotContain("gu3ss3d")
                .doesNotContain("s3cr3t");
    }

    private static byte[] request(String method, String path, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    @Test
    void what_an_account_has_set_up_for_a_domain_ends_when_the_domain_is_anothers() {
        String fixture = "nginx-rtmp/live-1-publish.raw";
        intake.append(
                assigned(0, RunningIntake.ACME),
                source("hs-moved", HookKind.NGINX_RTMP, "s3cr3t-moved", RunningIntake.ACME, MOVED),
                source("hs-operator", HookKind.NGINX_RTMP, "s3cr3t-operator", null, MOVED));
        assertThat(send(fixture, NGINX + "s3cr3t-moved")).startsWith("HTTP/1.1 200");

        intake.append(assigned(1, RunningIntake.OTHER));
        assertThat(send(fixture, NGINX + "s3cr3t-moved")).startsWith("HTTP/1.1 404");
        assertThat(send(fixture, NGINX + "s3cr3t-operator"))
                .as("the operator's is for the domain, whoever has it")
                .startsWith("HTTP/1.1 200");

        intake.append(assigned(2, RunningIntake.ACME));
        assertThat(send(fixture, NGINX + "s3cr3t-moved")).startsWith("HTTP/1.1 200");
    }

    private static NewEvent assigned(int sequence, AccountId owner) {
        DomainAssigned assigned = new DomainAssigned(MOVED, owner, AssignedBy.OPERATOR, Instant.EPOCH);
        return new NewEvent("Domain", "domain/" + MOVED, sequence, assigned);
    }

    @Test
    void a_hook_of_more_than_64_KiB_is_refused() {
        assertThat(intake.post(NODE + "s3cr3t-2", "", "text/plain", "x".repeat(65_537))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void neither_the_secret_nor_a_token_is_stored_anywhere() {
        send("nginx-rtmp/live-1-publish.raw", NGINX + "s3cr3t-1");
        send("node-media-server/1-prePublish.raw", NODE + "s3cr3t-2");
        assertThat(stored(intake)).doesNotContain("s3cr3t", "SECRET123");
    }

    /** All there is; payloads are binary, as text they can be searched. */
    static String stored(RunningIntake intake) {
        StringBuilder text = new StringBuilder();
        for (String collection : intake.database().listCollectionNames()) {
            for (Document row : intake.database().getCollection(collection).find()) append(row, text);
        }
        return text.toString();
    }

    private static void append(Object value, StringBuilder text) {
        switch (value) {
            case Document document -> document.values().forEach(inner -> append(inner, text));
            case List<?> list -> list.forEach(inner -> append(inner, text));
            case org.bson.types.Binary binary -> text.append(new String(binary.getData(), StandardCharsets.UTF_8));
            default -> text.append(value);
        }
    }

    private static String send(String fixture, String path) {
        return RawRequests.send(intake.port(), RawRequests.of(fixture, path));
    }

    private static List<HookReceived> received() throws InterruptedException {
        return received(intake);
    }

    static List<HookReceived> received(RunningIntake intake) throws InterruptedException {
        List<HookReceived> received = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> all =
                intake.bean(EventStore.class).openStream(null)) {
            while (all.hasNextAvailable(200, TimeUnit.MILLISECONDS)) {
                if (all.nextAvailable().getPayload() instanceof HookReceived hook) received.add(hook);
            }
        }
        return received;
    }

    static NewEvent source(String id, HookKind kind, String secret) {
        return source(id, kind, secret, RunningIntake.ACME, RunningIntake.DOMAIN);
    }

    private static NewEvent source(String id, HookKind kind, String secret, @Nullable AccountId owner, String domain) {
        HookSourceAdded added = new HookSourceAdded(
                new HookSourceId(id),
                owner,
                kind,
                domain,
                "edge-1",
                Hashes.sha256Hex(secret),
                true,
                null,
                Instant.EPOCH);
        return new NewEvent("HookSource", id, 0, added);
    }
}
