package io.curtaincall.dialects.alibaba;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells this dialect's requests from those of others that may live at {@code /} too, without reading the body: by the
 * headers, by the parameters that sign, or by an {@code Action} or a form that no other vendor has signed.
 */
final class AlibabaMarks {
    private static final Set<String> SIGNING =
            Set.of("Signature", "SignatureMethod", "SignatureNonce", "SignatureVersion", "AccessKeyId");
    private static final String FOREIGN_PREFIX = "x-";

    private AlibabaMarks() {}

    static boolean areOn(HttpServletRequest request) {
        if (hasOwnHeader(request) || names(request).anyMatch(SIGNING::contains)) return true;
        if (isSignedOtherwise(request)) return false;
        return names(request).anyMatch("Action"::equals) || isForm(request);
    }

    static boolean isAtRoot(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.isEmpty() || path.equals("/");
    }

    private static boolean hasOwnHeader(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith("ACS3-")) return true;
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-acs-"));
    }

    private static boolean isSignedOtherwise(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || request.getHeader("X-Date") != null
                || names(request).anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(FOREIGN_PREFIX));
    }

    private static boolean isForm(HttpServletRequest request) {
        return isAtRoot(request) && request.getMethod().equals("POST") && RpcRequestReader.isForm(request);
    }

    private static Stream<String> names(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? Stream.empty() : Stream.of(query.split("&")).map(pair -> pair.split("=", 2)[0]);
    }
}
