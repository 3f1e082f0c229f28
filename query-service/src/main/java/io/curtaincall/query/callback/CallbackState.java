package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonValue;
import io.curtaincall.events.callback.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a callback stands. */
enum CallbackState {
    /** Planned; the first attempt has no outcome yet. */
    PENDING,
    DELIVERED,
    RETRYING,
    ABANDONED;

    /** @param last the verdict of the newest attempt, null before the first */
    static CallbackState after(@Nullable Verdict last) {
        return switch (last) {
            case null -> PENDING;
            case Verdict.Delivered delivered -> DELIVERED;
            case Verdict.RetryAt retry -> RETRYING;
            case Verdict.Abandoned abandoned -> ABANDONED;
        };
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
