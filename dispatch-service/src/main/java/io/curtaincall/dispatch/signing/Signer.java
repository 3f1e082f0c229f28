package io.curtaincall.dispatch.signing;

import io.curtaincall.dialects.port.CallbackFormat.Signed;
import java.time.Instant;

/** Proves to one receiver who sends and when; holds the opened secret, which is kept in memory only. */
@FunctionalInterface
public interface Signer {
    /** @param body as planned; what is sent in its place holds the signature where the format has it there */
    Signed sign(String callbackId, Instant at, String body);
}
