package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.wire.Percent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads query and body itself, since the servlet's parameters would mix them up and consume what is signed. A parameter
 * given twice, in one place or in both, counts once if its values are equal and is refused if they differ: else one
 * value could be signed and another used.
 */
final class RpcRequestReader {
    static final int LARGEST_BODY = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final JsonMapper JSON = new JsonMapper();

    private RpcRequestReader() {}

    /** @throws AlibabaRefusal if it is too large or its parameters cannot be read */
    static RpcRequest read(HttpServletRequest request) {
        byte[] body = body(request);
        String queryString = request.getQueryString();
        Map<String, String> query = new LinkedHashMap<>();
        if (queryString != null) parse(queryString, query);
        Map<String, String> all = new LinkedHashMap<>(query);
        if (isForm(request)) parse(new String(body, StandardCharsets.ISO_8859_1), all);
        return new RpcRequest(
                request.getMethod(), headers(request), query, all, Hashes.sha256Hex(body), isBrokenJson(request, body));
    }

    static boolean isForm(HttpServletRequest request) {
        return isOfType(request, FORM);
    }

    private static boolean isOfType(HttpServletRequest request, String wanted) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(wanted);
    }

    private static boolean isBrokenJson(HttpServletRequest request, byte[] body) {
        if (body.length == 0 || !isOfType(request, "application/json")) return false;
        try {
            JSON.readTree(body);
            return false;
        } catch (JacksonException e) {
            return true;
        }
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) throw AlibabaError.TOO_LARGE.refused();
            return body;
        } catch (IOException e) {
            throw AlibabaError.MALFORMED.refused();
        }
    }

    private static void parse(String text, Map<String, String> parameters) {
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            String known = parameters.putIfAbsent(name, value);
            if (known != null && !known.equals(value))
                throw AlibabaError.invalid(name).refused();
        }
    }

    private static String decoded(String text) {
        try {
            return Percent.decode(text);
        } catch (IllegalArgumentException e) {
            throw AlibabaError.MALFORMED.refused();
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
