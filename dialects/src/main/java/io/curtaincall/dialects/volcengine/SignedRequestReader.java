package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.wire.Percent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads query and body itself, since the servlet's parameters would mix them up and consume what is signed. A parameter
 * given twice counts once if its values are equal and is refused if they differ: else one value could be signed and
 * another used.
 */
final class SignedRequestReader {
    static final int LARGEST_BODY = 64 * 1024;

    private SignedRequestReader() {}

    /** @throws VolcengineRefusal if it is too large, its query cannot be read or does not name an operation */
    static SignedRequest read(HttpServletRequest http) {
        byte[] body = body(http);
        SignedRequest request = new SignedRequest(
                http.getMethod(), headers(http), query(http.getQueryString()), text(body), Hashes.sha256Hex(body));
        for (String name : List.of("Action", "Version")) {
            if (request.parameter(name).isEmpty())
                throw VolcengineError.missingParameter(name).refused();
        }
        return request;
    }

    private static byte[] body(HttpServletRequest http) {
        try {
            byte[] body = http.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) throw VolcengineError.TOO_LARGE.refused();
            return body;
        } catch (IOException e) {
            throw VolcengineError.MALFORMED.refused();
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw VolcengineError.BIND.refused();
        }
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text == null) return parameters;
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            String known = parameters.putIfAbsent(name, value);
            if (known != null && !known.equals(value)) throw VolcengineError.MALFORMED.refused();
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return Percent.decode(text);
        } catch (IllegalArgumentException e) {
            throw VolcengineError.MALFORMED.refused();
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest http) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(http.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(http.getHeaders(name)));
        }
        return headers;
    }
}
