package io.curtaincall.dialects.alibaba;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which form an answer is wanted: as {@code Format} says, else as {@code Accept} does, else XML to requests signed by
 * parameters, as the vendor's documents have it, and JSON to all others.
 */
enum AnswerFormat {
    JSON("application/json;charset=utf-8"),
    XML("text/xml;charset=utf-8");

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** @throws AlibabaRefusal if a form is asked for that there is not */
    static AnswerFormat of(RpcRequest request) {
        String format = request.parameter("Format");
        if (format != null && !format.isEmpty()) {
            return named(format)
                    .orElseThrow(() -> new AlibabaError(
                                    400, "InvalidParameter.Format", "Specified parameter format is not valid.")
                            .refused());
        }
        AnswerFormat otherwise = request.isSignedByHeaders() ? JSON : XML;
        return accepted(request.header("accept").orElse(null)).orElse(otherwise);
    }

    /** For a request that could not be read. */
    static AnswerFormat guess(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        for (String pair : query.split("&")) {
            Optional<AnswerFormat> named =
                    pair.startsWith("Format=") ? named(pair.substring("Format=".length())) : Optional.empty();
            if (named.isPresent()) return named.get();
        }
        return accepted(request.getHeader("Accept")).orElse(JSON);
    }

    private static Optional<AnswerFormat> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "json" -> Optional.of(JSON);
            case "xml" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }

    private static Optional<AnswerFormat> accepted(@Nullable String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        int json = types.indexOf("/json");
        int xml = types.indexOf("/xml");
        if (json < 0 && xml < 0) return Optional.empty();
        return Optional.of(xml < 0 || (json >= 0 && json < xml) ? JSON : XML);
    }
}
