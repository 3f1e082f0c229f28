package io.curtaincall.dialects.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dialects.DialectsConfiguration;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A process that speaks the dialects on a free port, with or without the ports they need. */
public final class DialectProcess implements AutoCloseable {
    public static final String SECRET = "testsecret";
    /** What breaks a request that has it as its {@code X-Planted}, before any dialect is asked. */
    public static final String BREAKING = "a bug";

    private final ServletWebServerApplicationContext context;

    private DialectProcess(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** One for all tests; each opens accounts of its own. */
    public static DialectProcess shared() {
        return Shared.PROCESS;
    }

    public static DialectProcess start(EmbeddedMongo store, Class<?>... ports) {
        List<Class<?>> sources = new ArrayList<>(List.of(Door.class));
        sources.addAll(List.of(ports));
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setDefaultProperties(settings(store));
        return new DialectProcess((ServletWebServerApplicationContext) application.run());
    }

    private static Map<String, Object> settings(EmbeddedMongo store) {
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
                Map.entry("spring.servlet.multipart.enabled", "false"),
                Map.entry("store.uri", store.uri()),
                Map.entry("curtaincall.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                Map.entry("curtaincall.dialects.alibaba.qps.DeleteLiveRecordNotifyConfig", "5"),
                Map.entry("axon.serializer.general", "jackson"),
                Map.entry("axon.serializer.messages", "jackson"),
                Map.entry("axon.serializer.events", "jackson"));
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** @return the id of its access key, whose secret is {@link #SECRET} */
    public String openAccount(String name) {
        String keyId = "AK" + name;
        Instant now = bean(ShiftedClock.class).instant();
        SealedSecret secret = bean(SecretSealer.class).seal(SECRET);
        awaitKnown(bean(EventAppender.class)
                .append(List.of(
                        new NewEvent("Account", name, 0, opened(name, now)),
                        new NewEvent(
                                "Account", name, 1, new AccessKeyIssued(new AccountId(name), keyId, secret, now)))));
        return keyId;
    }

    /**
     * One more of an account that is open, with the same secret.
     *
     * @param number of the event in the account's stream, from 2 on
     */
    public String issueKey(String account, int number, Grant grant) {
        String keyId = "AK" + account + "-" + number;
        appendToAccount(
                account,
                number,
                new AccessKeyIssued(
                        new AccountId(account),
                        keyId,
                        bean(SecretSealer.class).seal(SECRET),
                        bean(ShiftedClock.class).instant(),
                        grant,
                        null));
        return keyId;
    }

    /** Ends a key at this moment. */
    public void revokeKey(String account, int number, String keyId) {
        Instant now = bean(ShiftedClock.class).instant();
        appendToAccount(account, number, new AccessKeyRevoked(new AccountId(account), keyId, now, now));
    }

    /** Ends the token that the account was opened with at this moment. */
    public void revokeOwnToken(String account, int number) {
        Instant now = bean(ShiftedClock.class).instant();
        String id = opened(account, now).tokenId();
        appendToAccount(account, number, new AccountTokenRevoked(new AccountId(account), id, now, now));
    }

    private static AccountOpened opened(String account, Instant at) {
        return new AccountOpened(new AccountId(account), projectOf(account), Hashes.sha256Hex(tokenOf(account)), at);
    }

    private void appendToAccount(String account, int number, AccountEvent event) {
        awaitKnown(bean(EventAppender.class).append(List.of(new NewEvent("Account", account, number, event))));
    }

    /** Makes the domain the account's, as its first config does where there is a store. */
    public void assign(String domain, String account) {
        Instant now = bean(ShiftedClock.class).instant();
        awaitKnown(bean(EventAppender.class)
                .append(List.of(new NewEvent(
                        "Domain",
                        "domain/" + domain,
                        0,
                        new DomainAssigned(domain, new AccountId(account), AssignedBy.OPERATOR, now)))));
    }

    private void awaitKnown(long position) {
        try {
            if (bean(Directory.class).awaitPosition(position, Duration.ofSeconds(20))) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the directory does not know what was appended");
    }

    /** Of the account of this name. */
    public static String projectOf(String name) {
        return "p-" + name;
    }

    /** The own token of the account of this name. */
    public static String tokenOf(String name) {
        return "token-" + name;
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Shared {
        static final DialectProcess PROCESS = start(EmbeddedMongo.inMemory(), AllPorts.class);
    }

    /** What every process has, and a route that is no dialect's. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({DialectsConfiguration.class, OwnRoute.class})
    static class Door {
        @Bean
        MongoClient mongoClient(org.springframework.core.env.Environment environment) {
            return MongoClients.create(environment.getRequiredProperty("store.uri"));
        }

        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }

        @Bean
        Filter breaking() {
            return (request, response, chain) -> {
                if (BREAKING.equals(((HttpServletRequest) request).getHeader("X-Planted"))) {
                    throw new IllegalStateException("a planted bug");
                }
                chain.doFilter(request, response);
            };
        }
    }

    @RestController
    static class OwnRoute {
        @GetMapping("/v1/own")
        String own() {
            return "own";
        }
    }

    /** Everything a dialect can ask for. */
    @Configuration(proxyBeanMethods = false)
    public static class AllPorts {
        @Bean
        InMemoryConfigs configs(ShiftedClock clock) {
            return new InMemoryConfigs(clock);
        }

        @Bean
        InMemorySubscriptions subscriptions() {
            return new InMemorySubscriptions();
        }

        @Bean
        InMemoryRecords records() {
            return new InMemoryRecords();
        }
    }
}
