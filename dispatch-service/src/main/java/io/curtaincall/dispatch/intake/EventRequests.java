package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Reads the events of a request in any of the modes of CloudEvents over HTTP. */
final class EventRequests {
    static final int MOST_BYTES = 8 * 1024 * 1024;
    static final int MOST_EVENTS = 1000;

    private final CanonicalEvents canonical;

    EventRequests(CanonicalEvents canonical) {
        this.canonical = canonical;
    }

    /**
     * @param taking is told of bytes as they are read, and may refuse them
     * @throws io.curtaincall.access.problem.RefusedException if any event or the request itself breaks a rule
     */
    List<CanonicalEvent> read(HttpServletRequest request, IntConsumer taking) {
        WireMode mode = WireMode.of(request);
        return parse(request, mode, LimitedBody.read(request, MOST_BYTES, taking));
    }

    /**
     * Reads what was read before, as it had to be verified first.
     *
     * @throws io.curtaincall.access.problem.RefusedException if any event or the request itself breaks a rule
     */
    List<CanonicalEvent> parse(HttpServletRequest request, byte[] body) {
        return parse(request, WireMode.of(request), body);
    }

    private List<CanonicalEvent> parse(HttpServletRequest request, WireMode mode, byte[] bytes) {
        Findings findings = new Findings();
        List<CanonicalEvent> events = new ArrayList<>();
        JsonBody.read(bytes, body -> {
            switch (mode) {
                case STRUCTURED -> canonical.read(body.whole(), findings).ifPresent(events::add);
                case BINARY ->
                    canonical
                            .read(BinaryMode.envelope(request, body.whole(), findings), findings)
                            .ifPresent(events::add);
                case BATCH -> readBatch(body, findings, events);
            }
        });
        findings.requireNone();
        return events;
    }

    private void readBatch(JsonBody batch, Findings findings, List<CanonicalEvent> events) throws IOException {
        int read = 0;
        if (batch.startsArray()) {
            while (batch.hasNext(read)) {
                if (read == MOST_EVENTS) throw notABatch();
                JsonNode envelope = batch.value();
                findings.inBatch(read++, envelope);
                canonical.read(envelope, findings).ifPresent(events::add);
            }
        }
        if (read == 0) throw notABatch();
    }

    private static RefusedException notABatch() {
        return Invalid.field("", "a batch is an array of 1 to " + MOST_EVENTS + " events")
                .refused();
    }
}
