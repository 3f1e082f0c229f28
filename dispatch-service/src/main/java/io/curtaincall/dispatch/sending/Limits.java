package io.curtaincall.dispatch.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far one exchange may go.
 *
 * @param deadline for all of it
 * @param bodyCap most bytes of the answer's body that are read, null for the usual
 */
public record Limits(Duration deadline, @Nullable Integer bodyCap) {}
