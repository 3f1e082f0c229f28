package io.curtaincall.dispatch.signing;

import io.curtaincall.dialects.port.CallbackFormat.Signed;
import java.util.List;
import java.util.Map;

/**
 * What proves to a receiver who sends a callback and when, and what it proves that of.
 *
 * @param keyIds the keys that signed, newest first; empty if none did
 */
public record SignedCallback(Map<String, String> headers, String body, List<String> keyIds) {
    static SignedCallback of(Signed signed, List<String> keyIds) {
        return new SignedCallback(signed.headers(), signed.body(), keyIds);
    }
}
