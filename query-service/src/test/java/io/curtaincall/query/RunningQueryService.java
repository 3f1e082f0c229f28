package io.curtaincall.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.stored.EventSerializer;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The query service as its own process would run it, and the events that others would have appended. */
public final class RunningQueryService implements AutoCloseable {
    public static final String OPERATOR = "operator-token";
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningQueryService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningQueryService on(EmbeddedMongo store) {
        return on(store, context -> {});
    }

    /** The last argument may add beans. */
    public static RunningQueryService on(
            EmbeddedMongo store, ApplicationContextInitializer<GenericApplicationContext> initializer) {
        return new RunningQueryService(new SpringApplicationBuilder(QueryService.class)
                .initializers(initializer)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.mongodb.uri=" + store.uri(),
                        "curtaincall.key=" + KEY,
                        "management.endpoint.health.show-details=always")
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One for all tests that do not stop or reset it, each with accounts of its own. */
    public static RunningQueryService shared() {
        return Shared.SERVICE;
    }

    private static final class Shared {
        private static final RunningQueryService SERVICE = on(EmbeddedMongo.inMemory());

        static {
            SERVICE.letOperatorIn();
        }
    }

    /** Lets the operator in with the token {@link #OPERATOR}. */
    public void letOperatorIn() {
        append(new NewEvent("Operator", "operator", 0, new OperatorTokenIssued(Hashes.sha256Hex(OPERATOR), now())));
    }

    /** Lets the account in with {@link #tokenOf} it. */
    public void openAccount(String account) {
        append(new NewEvent(
                "Account",
                account,
                0,
                new AccountOpened(new AccountId(account), "p-" + account, Hashes.sha256Hex(tokenOf(account)), now())));
    }

    public static String tokenOf(String account) {
        return "token-of-" + account;
    }

    public void append(CallbackAttempted attempted) {
        append(attempt(attempted));
    }

    /** On return the directory of this process knows of it, too. */
    public void append(NewEvent... events) {
        long position = bean(EventAppender.class).append(List.of(events));
        try {
            bean(Directory.class).awaitPosition(position, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static NewEvent attempt(CallbackAttempted attempted) {
        return new NewEvent("Callback", attempted.callbackId().value(), attempted.attempt() - 1L, attempted);
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer post(String path, String token, String json) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String token) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response, EventSerializer.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Instant now() {
        return Instant.parse("2026-01-31T12:00:00Z");
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    /** One answer, parsed. */
    public record Answer(HttpResponse<String> response, JsonNode json) {
        public int status() {
            return response.statusCode();
        }
    }
}
