package io.curtaincall.dialects.volcengine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells this dialect's requests from those of others that live at {@code /} too, without reading the body: by the
 * signature in header or query, and what is not signed at all by the date or by the version it asks for.
 */
final class VolcengineMarks {
    private static final Set<String> SIGNING =
            Set.of("X-Algorithm", "X-Credential", "X-Signature", "X-SignedHeaders", "X-SignedQueries", "X-NotSignBody");
    private static final Set<String> VERSIONS = Set.of("Version=2023-01-01", "Version=2020-08-01");

    /** Parameters by which other protocols sign. */
    private static final Set<String> FOREIGN =
            Set.of("Signature", "SignatureMethod", "SignatureNonce", "SignatureVersion", "AccessKeyId");

    private VolcengineMarks() {}

    static boolean areOn(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (isOurs(authorization) || names(request).anyMatch(SIGNING::contains)) return true;
        if (isSignature(authorization) || names(request).anyMatch(FOREIGN::contains)) return false;
        return request.getHeader("X-Date") != null || pairs(request).anyMatch(VERSIONS::contains);
    }

    static boolean isAtRoot(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.isEmpty() || path.equals("/");
    }

    private static boolean isOurs(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(Claims.ALGORITHM);
    }

    private static boolean isSignature(@Nullable String authorization) {
        return authorization != null && authorization.contains("Signature=");
    }

    private static Stream<String> names(HttpServletRequest request) {
        return pairs(request).map(pair -> pair.split("=", 2)[0]);
    }

    private static Stream<String> pairs(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? Stream.empty() : Stream.of(query.split("&"));
    }
}
