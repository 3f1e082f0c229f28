package io.curtaincall.dispatch.signing;

import java.time.Instant;

/** Proves to one receiver who sends and when; holds the opened secrets, which are kept in memory only. */
@FunctionalInterface
public interface Signer {
    /** @param body as planned; what is sent in its place holds the signature where the format has it there */
    SignedCallback sign(String callbackId, Instant at, String body);
}
