package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.curtaincall.events.callback.Outcome.Responded;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver answered.
 *
 * @param body as text if it is UTF-8, else as base64, which {@code bodyEncoding} tells; null if left out
 * @param truncated whether the receiver sent more than was kept
 * @param bodyError why the body did not end well, null if it did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResponseView(
        int status,
        Map<String, String> headers,
        @Nullable String body,
        String bodyEncoding,
        boolean truncated,
        @Nullable String bodyError) {
    private static final String LEFT_OUT = "left-out";

    public static ResponseView of(Responded answer) {
        byte[] bytes = Base64.getDecoder().decode(answer.body());
        String text = text(bytes, answer.truncated());
        return new ResponseView(
                answer.status(),
                Redaction.of(answer.headers()),
                text == null ? answer.body() : text,
                text == null ? "base64" : "text",
                answer.truncated(),
                answer.bodyError());
    }

    ResponseView withoutBody() {
        return new ResponseView(status, headers, null, LEFT_OUT, truncated, bodyError);
    }

    /** A body cut in the middle of a character is text all the same: up to three of its last bytes are left out. */
    private static @Nullable String text(byte[] bytes, boolean truncated) {
        int mayBeCut = truncated ? Math.min(3, bytes.length) : 0;
        return IntStream.rangeClosed(0, mayBeCut)
                .mapToObj(cut -> decoded(bytes, bytes.length - cut))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> decoded(byte[] bytes, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
