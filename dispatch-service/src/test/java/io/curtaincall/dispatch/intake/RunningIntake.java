package io.curtaincall.dispatch.intake;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Intake as a process of its own on a store in memory: an operator, two accounts, and a domain for each. */
public final class RunningIntake implements AutoCloseable {
    public static final AccountId ACME = new AccountId("acme");
    public static final AccountId OTHER = new AccountId("other");
    public static final String DOMAIN = "live.example.com";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final EmbeddedMongo mongo;
    private final boolean ownsMongo;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningIntake(EmbeddedMongo mongo, boolean ownsMongo, Map<String, String> settings) {
        this.mongo = mongo;
        this.ownsMongo = ownsMongo;
        Stream<String> given = settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
        Stream<String> fixed = Stream.of(
                "server.port=0",
                "spring.mongodb.uri=" + mongo.uri(),
                "spring.threads.virtual.enabled=true",
                "spring.main.banner-mode=off",
                "logging.level.root=WARN",
                "axon.axonserver.enabled=false",
                "curtaincall.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        this.context = new SpringApplicationBuilder(IntakeProcess.class)
                .run(Stream.concat(fixed, given).map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** A fresh one, with accounts and domains. */
    public static RunningIntake start(Map<String, String> settings) {
        RunningIntake intake = new RunningIntake(EmbeddedMongo.inMemory(), true, settings);
        intake.append(
                new NewEvent("Operator", "operator", 0, new OperatorTokenIssued(Hashes.sha256Hex("op-token"), NOON)),
                account(ACME),
                account(OTHER),
                domain(DOMAIN, ACME),
                domain("vod.example.com", OTHER));
        return intake;
    }

    /** Another process on a store that outlives it. */
    public static RunningIntake on(EmbeddedMongo mongo, Map<String, String> settings) {
        return new RunningIntake(mongo, false, settings);
    }

    private static NewEvent account(AccountId id) {
        return new NewEvent(
                "Account",
                id.value(),
                0,
                new AccountOpened(id, "project-" + id, Hashes.sha256Hex(id + "-token"), NOON));
    }

    private static NewEvent domain(String name, AccountId owner) {
        return new NewEvent(
                "Domain",
                "domain/" + name,
                0,
                new DomainAssigned(name, owner, DomainAssigned.AssignedBy.FIRST_USE, NOON));
    }

    /** Appends and waits until the directory knows. */
    public void append(NewEvent... events) {
        long position = bean(EventAppender.class).append(List.of(events));
        try {
            if (!bean(Directory.class).awaitPosition(position, Duration.ofSeconds(10))) {
                throw new AssertionError("the directory does not catch up");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> post(String path, String token, String contentType, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", contentType));
        if (!token.isEmpty()) all.addAll(List.of("Authorization", "Bearer " + token));
        all.addAll(Arrays.asList(headers));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .headers(all.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MongoDatabase database() {
        return bean(MongoDatabase.class);
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
        if (ownsMongo) mongo.close();
    }
}
