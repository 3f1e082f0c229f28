package io.curtaincall.acceptance;

import io.curtaincall.bench.running.Credentials;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a dialect, asked about what is an account's own.
 *
 * @param type of the class that serves it
 * @param forbidden what a key is told whose role is not enough
 * @param outside what a key is told that is limited to other domains
 * @param foreign what a key of another account is told, null if it is answered
 * @param asked by the vendor's SDK with this key; nothing if it is answered
 */
record DialectOperation(
        String type,
        boolean writes,
        Words forbidden,
        Words outside,
        @Nullable Words foreign,
        Function<Credentials.Account, Optional<Words>> asked) {
    /** A refusal. */
    record Words(int status, String code) {}

    @Override
    public String toString() {
        return type;
    }
}
