package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.events.live.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recording callback configuration as the vendor has it.
 *
 * @param project whose it is, told in messages
 * @param app as it was sent, {@code **} for one
 * @param url empty if nobody is to be called
 * @param events as they were sent
 * @param topics what is told, which may have been changed by other means since
 */
record RecordCallback(
        ConfigScope scope,
        String project,
        String app,
        String url,
        List<EventType> events,
        Set<Topic> topics,
        SignType signType,
        @Nullable String key) {
    static final String ANY_APP = "*";
    static final String PROJECT = "project_id";
    static final String APP = "app";
    static final String EVENTS = "notify_event_subscription";
    static final String SIGN_TYPE = "sign_type";
    private static final String ANY_APP_TOO = "**";
    private static final String UNSIGNED = "none";

    /** The scope's name of an application: the request sample of the vendor's page has two asterisks for any. */
    static String plainApp(String app) {
        return app.equals(ANY_APP_TOO) ? ANY_APP : app;
    }

    /** With the vendor's defaults. */
    static RecordCallback nothingYet(ConfigScope scope, String project, String app) {
        List<EventType> events = List.of(EventType.RECORD_FILE_COMPLETE);
        return new RecordCallback(scope, project, app, "", events, EventType.topics(events), SignType.HMACSHA256, null);
    }

    static RecordCallback of(DialectConfig config) {
        Map<String, String> wording = config.wording();
        // one without an address had no topics once
        boolean untold = config.url().isEmpty() && config.topics().isEmpty();
        return new RecordCallback(
                config.scope(),
                wording.getOrDefault(PROJECT, ""),
                wording.getOrDefault(APP, config.scope().app()),
                config.url(),
                events(wording),
                untold ? EventType.topics(events(wording)) : config.topics(),
                SignType.find(wording.getOrDefault(SIGN_TYPE, "")).orElse(SignType.HMACSHA256),
                config.key());
    }

    /** Those that a config's wording names, in their order. */
    static List<EventType> events(Map<String, String> wording) {
        return Arrays.stream(wording.getOrDefault(EVENTS, "").split(","))
                .flatMap(name -> EventType.find(name).stream())
                .toList();
    }

    /** What is told: as it was sent, unless the topics were changed by other means. */
    List<EventType> told() {
        return topics.equals(EventType.topics(events)) ? events : EventType.toldBy(topics, events);
    }

    DialectConfig config() {
        String names = events.stream().map(EventType::name).collect(Collectors.joining(","));
        Map<String, String> wording = Map.of(PROJECT, project, APP, app, EVENTS, names, SIGN_TYPE, signType.name());
        return new DialectConfig(scope, url, topics, key == null ? UNSIGNED : signType.scheme(), key, null, wording);
    }

    @Override
    public String toString() {
        return "RecordCallback[" + scope + ", " + url + "]";
    }
}
