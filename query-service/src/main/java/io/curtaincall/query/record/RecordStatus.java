package io.curtaincall.query.record;

import com.fasterxml.jackson.annotation.JsonValue;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an attempt ended, as customers filter by it. */
public enum RecordStatus {
    SUCCESS,
    FAILED,
    INTERRUPTED;

    static final List<String> WIRE_NAMES =
            Arrays.stream(values()).map(RecordStatus::wireName).toList();

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** Whether an answer is a success is the verdict's matter, so that the two can never disagree. */
    public static RecordStatus of(Outcome outcome, Verdict verdict) {
        if (outcome instanceof Outcome.Interrupted) return INTERRUPTED;
        return verdict instanceof Verdict.Delivered ? SUCCESS : FAILED;
    }

    public static Optional<RecordStatus> find(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst();
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
