package io.curtaincall.testsupport.alibaba;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** When a request is said to be signed, and what is to make it unlike all others. */
public record Stamp(Instant at, String nonce) {
    public static Stamp at(Instant time) {
        return new Stamp(time, UUID.randomUUID().toString());
    }

    /** As RPC version 1 carries them. */
    public Map<String, String> parameters() {
        return Map.of("Timestamp", time(), "SignatureNonce", nonce);
    }

    /** As ACS3 carries them. */
    public Map<String, String> headers() {
        return Map.of("x-acs-date", time(), "x-acs-signature-nonce", nonce);
    }

    private String time() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
