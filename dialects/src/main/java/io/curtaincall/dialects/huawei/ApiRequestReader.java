package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.wire.Percent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads query and body itself, since what is signed is not what the servlet's parameters make of it. */
final class ApiRequestReader {
    static final int LARGEST_BODY = 64 * 1024;

    private ApiRequestReader() {}

    /** @throws HuaweiRefusal if it is too large or cannot be read */
    static ApiRequest read(HttpServletRequest request) {
        return new ApiRequest(
                request.getMethod(),
                request.getRequestURI(),
                path(request),
                query(request.getQueryString()),
                headers(request),
                body(request));
    }

    /** As sent, below where the process serves. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** A plus sign is one: only in queries it may be a space. */
    static String decodedPath(String text) {
        return decoded(text.replace("+", "%2B"));
    }

    private static Map<String, List<String>> query(@Nullable String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (text == null) return query;
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) continue;
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(value);
        }
        return query;
    }

    private static String body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) throw HuaweiError.TOO_LARGE.refused();
            return new String(body, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw HuaweiError.ILLEGAL.refused();
        }
    }

    private static String decoded(String text) {
        try {
            return Percent.decode(text);
        } catch (IllegalArgumentException e) {
            throw HuaweiError.illegal("broken percent-encoding").refused();
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = Collections.list(request.getHeaders(name)).stream()
                    .map(ApiRequestReader::text)
                    .toList();
            headers.put(name.toLowerCase(Locale.ROOT), values);
        }
        return headers;
    }

    /** Headers come one character for each byte, and are signed as the text that their bytes are in UTF-8. */
    private static String text(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString()
                    .trim();
        } catch (CharacterCodingException e) {
            return header.trim();
        }
    }
}
