package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.access.problem.Problem.Invalid;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of a request in any of the modes of CloudEvents over HTTP. */
final class EventRequests {
    static final int MOST_BYTES = 8 * 1024 * 1024;
    static final int MOST_EVENTS = 1000;

    /** Numbers keep the digits they were sent with; what a lenient reader could take two ways is refused. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final CanonicalEvents canonical;

    EventRequests(CanonicalEvents canonical) {
        this.canonical = canonical;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if any event or the request itself breaks a rule */
    List<CanonicalEvent> read(HttpServletRequest request) throws IOException {
        WireMode mode = WireMode.of(request);
        JsonNode body = parse(LimitedBody.read(request, MOST_BYTES));
        Findings findings = new Findings();
        List<CanonicalEvent> events = new ArrayList<>();
        switch (mode) {
            case STRUCTURED -> canonical.read(body, findings).ifPresent(events::add);
            case BINARY ->
                canonical
                        .read(BinaryMode.envelope(request, body, findings), findings)
                        .ifPresent(events::add);
            case BATCH -> readBatch(body, findings, events);
        }
        findings.requireNone();
        return events;
    }

    private void readBatch(JsonNode batch, Findings findings, List<CanonicalEvent> events) {
        if (!batch.isArray() || batch.isEmpty() || batch.size() > MOST_EVENTS) {
            findings.add("", "a batch is an array of 1 to " + MOST_EVENTS + " events");
            return;
        }
        int index = 0;
        for (JsonNode envelope : batch) {
            findings.inBatch(index++, envelope);
            canonical.read(envelope, findings).ifPresent(events::add);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw Invalid.field("", "is not JSON" + where).refused();
        } catch (IOException e) {
            throw Invalid.field("", "is not JSON in UTF-8, UTF-16 or UTF-32").refused();
        }
    }
}
