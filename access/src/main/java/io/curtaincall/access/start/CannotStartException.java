package io.curtaincall.access.start;

import org.jspecify.annotations.Nullable;

/** Why a process cannot start, in one sentence for the person who started it. */
public final class CannotStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStartException(String sentence) {
        this(sentence, null);
    }

    public CannotStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
