package io.curtaincall.events.notifyconfig;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole notify config as of one version: who is called for which scope and topics, where and how.
 *
 * @param version 1 when added, one more with every change
 * @param app an exact application name or {@code *} for all of the domain's
 * @param format the body format, {@code curtaincall} for the CloudEvent itself
 * @param onDemand who is asked whether to record, null if nobody is
 * @param channels the channels of an application meant, null for all of them and for a domain
 * @param retry when callbacks are tried again, null for as the installation and the format say
 * @param limits how fast and in what order callbacks are made, null for as the installation allows
 * @param dialect what only the dialect that keeps it minds, null where that is nothing
 * @param sending what callbacks are sent with beside their signature, null where that is nothing
 */
public record NotifyConfigVersion(
        NotifyConfigId configId,
        long version,
        AccountId accountId,
        String domain,
        String app,
        String url,
        Set<Topic> topics,
        String format,
        Signing signing,
        boolean enabled,
        @Nullable OnDemand onDemand,
        @Nullable List<String> channels,
        @Nullable Retry retry,
        @Nullable Limits limits,
        @Nullable Dialect dialect,
        @Nullable Sending sending) {

    /** The application name that stands for every application of a domain. */
    public static final String ANY_APP = "*";

    /** One that nobody is asked about, for all channels, tried again as usual. */
    public NotifyConfigVersion(
            NotifyConfigId configId,
            long version,
            AccountId accountId,
            String domain,
            String app,
            String url,
            Set<Topic> topics,
            String format,
            Signing signing,
            boolean enabled) {
        this(configId, version, accountId, domain, app, url, topics, format, signing, enabled, null, null, null);
    }

    /** One that is of no dialect, or has nothing that only its dialect minds. */
    public NotifyConfigVersion(
            NotifyConfigId configId,
            long version,
            AccountId accountId,
            String domain,
            String app,
            String url,
            Set<Topic> topics,
            String format,
            Signing signing,
            boolean enabled,
            @Nullable OnDemand onDemand,
            @Nullable List<String> channels,
            @Nullable Retry retry) {
        this(
                configId, version, accountId, domain, app, url, topics, format, signing, enabled, onDemand, channels,
                retry, null, null, null);
    }

    /**
     * How callbacks are signed: {@code standard-webhooks}, {@code standard-webhooks-ed25519}, the scheme of a dialect, or
     * {@code none}.
     *
     * @param secret null where there is none; one kept with scheme {@code none} signs nothing
     * @param keyId names the secret, null for one from before they had names
     * @param publicKey what receivers verify with, null where that is the secret itself
     * @param older the keys that sign as well until their time is over, newest first; null for none
     */
    public record Signing(
            String scheme,
            @Nullable SealedSecret secret,
            @Nullable String keyId,
            @Nullable String publicKey,
            @Nullable List<NamedKey> older) {
        /** The scheme of a config whose callbacks are not signed. */
        public static final String NONE = "none";

        private static final String UNNAMED = "k0";

        public Signing {
            if (older != null) older = List.copyOf(older);
        }

        public Signing(String scheme, @Nullable SealedSecret secret) {
            this(scheme, secret, null, null, null);
        }

        /** All of them, newest first; which of them sign is a matter of time. */
        public List<NamedKey> keys() {
            if (secret == null) return List.of();
            NamedKey newest = new NamedKey(keyId == null ? UNNAMED : keyId, secret, publicKey, null);
            return Stream.concat(Stream.of(newest), older == null ? Stream.empty() : older.stream())
                    .toList();
        }

        public Signing withScheme(String newScheme) {
            return new Signing(newScheme, secret, keyId, publicKey, older);
        }
    }

    /**
     * Who is asked, when a stream begins, whether to record it.
     *
     * @param recordOnFailure what holds when no answer can be had
     */
    public record OnDemand(String url, boolean recordOnFailure) {}

    /**
     * When callbacks are tried again. What is null is as the preset has it, or else the format and the installation.
     *
     * @param preset {@code standard} for the installation's, or the name of a format
     * @param schedule the waits after the quick attempts; none if nothing follows those
     * @param timeout of each attempt, for the whole exchange
     * @param deadline how long after the first attempt the last may begin
     */
    public record Retry(
            @Nullable String preset,
            @Nullable Quick quick,
            @Nullable List<Duration> schedule,
            @Nullable Duration timeout,
            @Nullable Duration deadline) {
        public Retry {
            if (schedule != null) schedule = List.copyOf(schedule);
        }

        /** One with a schedule of its own and nothing else. */
        public Retry(List<Duration> schedule) {
            this(null, null, schedule, null, null);
        }
    }

    /**
     * The attempts made from memory.
     *
     * @param attempts how many, the first included
     * @param base the wait before the second, doubled before each further one
     * @param max the longest of these waits
     * @param jitter the part of each that is drawn by lot, 0 to 1
     */
    public record Quick(int attempts, Duration base, Duration max, double jitter) {}

    /**
     * What the receiver can take. Null is as the installation allows.
     *
     * @param perSecond most attempts begun in a second
     * @param concurrent most attempts under way
     * @param inOrder whether the next callback about a stream waits until the former is delivered or abandoned
     */
    public record Limits(
            @Nullable Integer perSecond, @Nullable Integer concurrent, boolean inOrder) {}

    /**
     * What only a dialect minds.
     *
     * @param part which of several things the config is for, for each of which there may be one; else empty
     * @param wording what the dialect reads back as it was sent; nothing secret
     */
    public record Dialect(String part, Map<String, String> wording) {
        public Dialect {
            wording = Map.copyOf(wording);
        }

        /** Null for nothing. */
        public static @Nullable Dialect of(String part, Map<String, String> wording) {
            return part.isEmpty() && wording.isEmpty() ? null : new Dialect(part, wording);
        }
    }

    /** The next version, by which nobody is called. */
    public NotifyConfigVersion disabled() {
        return next(signing, false);
    }

    /** The next version, signed by these keys. */
    public NotifyConfigVersion signed(Signing newSigning) {
        return next(newSigning, enabled);
    }

    private NotifyConfigVersion next(Signing nextSigning, boolean nextEnabled) {
        return new NotifyConfigVersion(
                configId,
                version + 1,
                accountId,
                domain,
                app,
                url,
                topics,
                format,
                nextSigning,
                nextEnabled,
                onDemand,
                channels,
                retry,
                limits,
                dialect,
                sending);
    }

    /** All that is sealed in it. */
    public Stream<SealedSecret> secrets() {
        return Stream.concat(
                signing.keys().stream().map(NamedKey::secret), sending == null ? Stream.empty() : sending.secrets());
    }

    /** Which of several things the config is for, empty if there is one only. */
    public String part() {
        return dialect == null ? "" : dialect.part();
    }

    /** Whether a live event of this scope and topic is one this config asks for, enabled or not. */
    public boolean matches(String eventDomain, String eventApp, Topic topic) {
        return domain.equals(eventDomain) && coversApp(eventApp) && topics.contains(topic);
    }

    /** Whether the application, or the channel where channels are told apart, is within the scope. */
    public boolean coversApp(String eventApp) {
        return channels == null ? app.equals(ANY_APP) || app.equals(eventApp) : channels.contains(eventApp);
    }
}
