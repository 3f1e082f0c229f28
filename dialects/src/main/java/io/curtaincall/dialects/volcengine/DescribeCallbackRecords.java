package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.events.live.Topic;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tells an account's callback attempts, newest first, whatever format the callbacks had. */
@Component
final class DescribeCallbackRecords extends Operation<CallbackRecords> {
    private static final String EVENT_TYPES = "CallbackEventType";
    private static final String STATUSES = "CallbackStatus";
    private static final String DOMAINS = "DomainList";
    private static final int MOST_DOMAINS = 100;

    private final OwnDomains domains;
    private final Clock clock;

    DescribeCallbackRecords(ObjectProvider<CallbackRecords> records, OwnDomains domains, Clock clock) {
        super(Declaration.reading("DescribeLiveCallbackData", 30), records);
        this.domains = domains;
        this.clock = clock;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        Parameters parameters = call.parameters();
        Period period = Period.of(parameters, clock.instant());
        int size = parameters.number("PageSize", 1, 1000, 100);
        int page = parameters.number("PageNum", 1, 100_000, 1);
        RecordsQuestion question = new RecordsQuestion(
                call.account(),
                domains(call),
                parameters.text("App").orElse(null),
                parameters.text("Stream").orElse(null),
                topics(parameters),
                null,
                delivered(parameters),
                period.from(),
                period.to(),
                size,
                page);
        ObjectNode result = parameters.echo(DOMAINS, "App", "Stream", EVENT_TYPES, STATUSES, "StartTime", "EndTime");
        return Optional.of(RecordRows.page(result, port(call).find(question), period.offset(), size, page));
    }

    private Set<String> domains(Call call) {
        List<String> sent = call.parameters().texts(DOMAINS);
        if (sent.size() > MOST_DOMAINS) throw Parameters.invalid(DOMAINS, "must name at most " + MOST_DOMAINS);
        Set<String> names = new LinkedHashSet<>();
        for (String name : sent) names.add(DomainName.of(DOMAINS, name));
        for (String name : names) domains.require(call.admitted(), name);
        return names;
    }

    /** Those that the vendor has a word for, if the caller does not say. */
    private static Set<Topic> topics(Parameters parameters) {
        List<String> types = parameters.texts(EVENT_TYPES);
        if (types.isEmpty()) return EventType.ALL_TOPICS;
        return types.stream()
                .map(type -> EventType.ofWireName(type)
                        .orElseThrow(() -> Parameters.invalid(
                                EVENT_TYPES, "must be push_start, push_end, snapshot_event or record_event")))
                .flatMap(type -> type.topics().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Boolean delivered(Parameters parameters) {
        Set<String> statuses = new LinkedHashSet<>(parameters.texts(STATUSES));
        if (!Set.of(RecordRows.SUCCESS, RecordRows.FAIL).containsAll(statuses)) {
            throw Parameters.invalid(STATUSES, "must be success or fail");
        }
        return statuses.size() == 1 ? (Boolean) statuses.contains(RecordRows.SUCCESS) : null;
    }
}
