package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.testsupport.huawei.RecordMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

/** What a configuration says is told, and what is told. */
class RecordCallbackTest {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final ConfigScope SCOPE = new ConfigScope(ACCOUNT, "huawei", "live.example.com", "*");

    private final HuaweiCallbackFormat format = new HuaweiCallbackFormat();

    @Property
    void after_a_change_of_topics_by_other_means_it_tells_what_will_be_sent(
            @ForAll @NotEmpty Set<EventType> asked, @ForAll Set<Topic> topics) {
        DialectConfig config = asking(asked).config();
        RecordCallback changed = RecordCallback.of(
                new DialectConfig(SCOPE, config.url(), topics, config.signing(), config.key(), null, config.wording()));
        if (topics.equals(config.topics())) {
            assertThat(changed.told()).containsExactlyInAnyOrderElementsOf(asked);
        } else {
            assertThat(changed.told())
                    .extracting(EventType::name)
                    .containsExactlyInAnyOrderElementsOf(sent(config, topics));
        }
    }

    @Property
    void unchanged_it_tells_what_was_asked_for_and_all_that_is_sent(@ForAll @NotEmpty Set<EventType> asked) {
        DialectConfig config = asking(asked).config();
        assertThat(RecordCallback.of(config).told())
                .containsExactlyInAnyOrderElementsOf(asked)
                .extracting(EventType::name)
                .containsAll(sent(config, config.topics()));
    }

    @Property
    void one_that_was_kept_without_topics_as_it_had_no_address_tells_what_it_asked_for(
            @ForAll @NotEmpty Set<EventType> asked) {
        DialectConfig known = asking(asked).config();
        DialectConfig old = new DialectConfig(SCOPE, "", Set.of(), known.signing(), known.key(), null, known.wording());
        assertThat(RecordCallback.of(old).told()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(RecordCallback.of(old).config().topics()).isEqualTo(known.topics());
    }

    private static RecordCallback asking(Set<EventType> events) {
        return new RecordCallback(
                SCOPE,
                "p-1",
                "*",
                "http://8.8.8.8/",
                List.copyOf(events),
                EventType.topics(events),
                SignType.HMACSHA256,
                null);
    }

    /** The names under which these topics are told to the config's receiver. */
    private Set<String> sent(DialectConfig config, Set<Topic> topics) {
        return topics.stream()
                .filter(format.topics()::contains)
                .flatMap(topic -> format.messages(event(topic), config.wording()).stream()
                        .map(message -> new Recipient("cb_1", "nc_1", config.wording(), message))
                        .map(recipient ->
                                format.content(event(topic), recipient).body()))
                .map(body -> RecordMessage.read(body).text("event_type"))
                .collect(Collectors.toSet());
    }

    private static LiveEventReported event(Topic topic) {
        String data = "{\"data\":{\"taskId\":\"t\",\"file\":{\"uri\":\"file:///k\",\"format\":\"flv\"}}}";
        return new LiveEventReported(
                LiveEventKey.of("/n", "1"),
                "/n",
                "1",
                topic,
                "live.example.com",
                "a",
                "s",
                ACCOUNT,
                data,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
