package io.curtaincall.bench.hostile;

import io.curtaincall.testsupport.Answer;
import java.time.Duration;

/** What a hostile receiver does to whoever calls it. */
enum Misbehaviour {
    DRIPS("drip a byte a second"),
    HANGS("hang"),
    RESETS("reset");

    private static final Answer DRIP = new Answer.Drip(200, 10_000, Duration.ofSeconds(1));

    private final String words;

    Misbehaviour(String words) {
        this.words = words;
    }

    static Misbehaviour of(int endpoint) {
        return values()[endpoint % values().length];
    }

    Answer answer() {
        return switch (this) {
            case DRIPS -> DRIP;
            case HANGS -> Answer.hang();
            case RESETS -> Answer.reset();
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
