package io.curtaincall.dispatch.signing;

import java.time.Instant;
import java.util.Map;

/** Proves to one receiver who sends and when; holds the opened secret, which is kept in memory only. */
@FunctionalInterface
public interface Signer {
    /** The headers that do so. */
    Map<String, String> headers(String callbackId, Instant at, byte[] body);
}
