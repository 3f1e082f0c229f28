package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.server.Meaning;
import io.curtaincall.dispatch.hook.server.Signal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hook understood.
 *
 * @param client the server's name for the session, unique only as long as the server runs; empty where it has none
 * @param ran when it was first sent by the server's clock, null where that is not told
 * @param position of the hook in the event store
 */
record Hook(
        String app,
        String stream,
        String client,
        Signal signal,
        @Nullable Instant ran,
        Instant receivedAt,
        long position) {
    private static final int LONGEST_APP = 255;
    private static final int LONGEST_STREAM = 1024;

    /** Empty for names that nobody could be told of. */
    static Optional<Hook> of(Meaning meaning, Instant receivedAt, long position) {
        if (!isName(meaning.app(), LONGEST_APP) || !isName(meaning.stream(), LONGEST_STREAM)) return Optional.empty();
        return Optional.of(new Hook(
                meaning.app(),
                meaning.stream(),
                meaning.client(),
                meaning.signal(),
                meaning.ran(),
                receivedAt,
                position));
    }

    private static boolean isName(String name, int longest) {
        return !name.isBlank() && name.length() <= longest && name.chars().noneMatch(Character::isISOControl);
    }
}
