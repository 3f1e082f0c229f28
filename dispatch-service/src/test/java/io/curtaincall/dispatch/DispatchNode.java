package io.curtaincall.dispatch;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A dispatch process on a store, impatient, and the events that config-service would have appended. */
public final class DispatchNode implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String OPERATOR = "operator-token";
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final List<String> IMPATIENT = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "curtaincall.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "curtaincall.egress.allow=127.0.0.0/8",
            "management.endpoint.health.show-details=always",
            "spring.main.banner-mode=off",
            "logging.level.root=WARN",
            "dispatch.delivery.quick-wait=20ms",
            "dispatch.delivery.schedule=200ms,200ms,200ms,200ms",
            "dispatch.delivery.due-lag=100ms",
            "dispatch.delivery.due-tick=50ms",
            "dispatch.delivery.due-poll=20ms",
            "dispatch.delivery.disabled-pause=100ms",
            "dispatch.delivery.heartbeat=100ms",
            "dispatch.delivery.life=1s",
            "dispatch.delivery.patience=300ms",
            "dispatch.sending.deadline=2s");

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private DispatchNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Later properties win. */
    public static DispatchNode on(EmbeddedMongo store, String... properties) {
        return on(store.uri(), properties);
    }

    public static DispatchNode on(String storeUri, String... properties) {
        return on(storeUri, new Class<?>[] {DispatchServiceApplication.class}, properties);
    }

    /** One that knows a callback format of the test's. */
    public static DispatchNode knowing(Class<?> format, EmbeddedMongo store, String... properties) {
        return on(store.uri(), new Class<?>[] {DispatchServiceApplication.class, format}, properties);
    }

    private static DispatchNode on(String storeUri, Class<?>[] sources, String... properties) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String property : IMPATIENT) byName.put(property.split("=", 2)[0], property);
        for (String property : properties) byName.put(property.split("=", 2)[0], property);
        byName.put("spring.mongodb.uri", "spring.mongodb.uri=" + storeUri);
        String[] arguments =
                byName.values().stream().map(property -> "--" + property).toArray(String[]::new);
        return new DispatchNode(new SpringApplicationBuilder(sources).run(arguments));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether this process's directory has the config. */
    public boolean knows(String configId) {
        return bean(Directory.class)
                .notifyConfigs()
                .byId(new NotifyConfigId(configId))
                .isPresent();
    }

    public Instant now() {
        return bean(Clock.class).instant();
    }

    public String id() {
        return bean(NodeId.class).value();
    }

    /** Lets the operator in with {@link #OPERATOR}. */
    public DispatchNode letOperatorIn() {
        append(new NewEvent("Operator", "operator", 0, new OperatorTokenIssued(Hashes.sha256Hex(OPERATOR), NOON)));
        return this;
    }

    /** Gives the domain to the account, as its first config does. */
    public DispatchNode assign(String domain) {
        DomainAssigned assigned = new DomainAssigned(domain, ACCOUNT, AssignedBy.FIRST_USE, NOON);
        append(new NewEvent("Domain", "domain/" + domain, 0, assigned));
        return this;
    }

    public DispatchNode config(String id, String domain, String url) {
        return config(id, domain, url, (Retry) null);
    }

    /** One whose callbacks are tried again as the schedule says. */
    public DispatchNode config(String id, String domain, String url, @Nullable Retry retry) {
        NotifyConfigVersion config = version(id, 1, domain, url, true, retry);
        append(new NewEvent("NotifyConfig", id, 0, new NotifyConfigAdded(config, NOON)));
        return this;
    }

    /** One whose receiver can take so much, tried again as usual. */
    public DispatchNode config(String id, String domain, String url, Limits limits) {
        NotifyConfigVersion usual = version(id, 1, domain, url, true, null);
        append(new NewEvent("NotifyConfig", id, 0, new NotifyConfigAdded(limited(usual, limits), NOON)));
        return this;
    }

    private static NotifyConfigVersion limited(NotifyConfigVersion usual, Limits limits) {
        return new NotifyConfigVersion(
                usual.configId(),
                usual.version(),
                usual.accountId(),
                usual.domain(),
                usual.app(),
                usual.url(),
                usual.topics(),
                usual.format(),
                usual.signing(),
                usual.enabled(),
                null,
                null,
                null,
                limits,
                null,
                null);
    }

    /** One of a dialect, on the receiver's word where there is somebody to ask. */
    public DispatchNode dialectConfig(
            String id, String domain, String url, Set<Topic> topics, String format, Signing signing) {
        return dialectConfig(id, domain, url, topics, format, signing, null, null);
    }

    public DispatchNode dialectConfig(
            String id,
            String domain,
            String url,
            Set<Topic> topics,
            String format,
            Signing signing,
            @Nullable OnDemand onDemand,
            @Nullable List<String> channels) {
        NotifyConfigVersion config = new NotifyConfigVersion(
                new NotifyConfigId(id),
                1,
                ACCOUNT,
                domain,
                "*",
                url,
                topics,
                format,
                signing,
                true,
                onDemand,
                channels,
                null);
        append(new NewEvent("NotifyConfig", id, 0, new NotifyConfigAdded(config, NOON)));
        return this;
    }

    public Signing signing(String scheme, String key) {
        return new Signing(scheme, bean(SecretSealer.class).seal(key));
    }

    public void change(String id, long version, String domain, String url, boolean enabled) {
        append(new NewEvent(
                "NotifyConfig",
                id,
                version - 1,
                new NotifyConfigChanged(version(id, version, domain, url, enabled, null), NOON)));
    }

    public void remove(String id, long version) {
        append(new NewEvent(
                "NotifyConfig",
                id,
                version - 1,
                new NotifyConfigRemoved(new NotifyConfigId(id), ACCOUNT, version, NOON)));
    }

    private NotifyConfigVersion version(
            String id, long version, String domain, String url, boolean enabled, @Nullable Retry retry) {
        return new NotifyConfigVersion(
                new NotifyConfigId(id),
                version,
                ACCOUNT,
                domain,
                "*",
                url,
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing("standard-webhooks", bean(SecretSealer.class).seal(SECRET)),
                enabled,
                null,
                null,
                retry);
    }

    /** On return this process's directory knows of it. */
    public void append(NewEvent... events) {
        long position = bean(EventAppender.class).append(List.of(events));
        try {
            bean(Directory.class).awaitPosition(position, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reports it over HTTP. */
    public void report(ReportedEvent event) {
        var response = send("POST", "/v1/live-events", event.json(), OPERATOR, "application/cloudevents+json");
        if (response.statusCode() != 202) throw new IllegalStateException(response.body());
    }

    /** What is answered to the operator. */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, OPERATOR);
    }

    public HttpResponse<String> send(String method, String path, String body, String token) {
        return send(method, path, body, token, "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String token, String contentType) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static CallbackId callbackId(ReportedEvent event, String configId) {
        return CallbackId.of(LiveEventKey.of(event.source(), event.id()), new NotifyConfigId(configId));
    }

    /** What is on record of the callback, in order. */
    public List<CallbackAttempted> attempts(ReportedEvent event, String configId) {
        return attempts(callbackId(event, configId)).toList();
    }

    private Stream<CallbackAttempted> attempts(CallbackId callbackId) {
        return bean(StoredStreams.class).read(callbackId.value()).stream()
                .map(stored -> (CallbackAttempted) stored.payload());
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
