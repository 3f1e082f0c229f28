package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.wire.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request in the one order and spelling in which it is signed; in each of them, where signers differ. */
final class Canonical {
    /** As UTF-8 bytes, which is the order of code points and not that of Java's characters. */
    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)$");

    private Canonical() {}

    /** @param queries the parameters that may have been signed */
    static List<String> requests(
            SignedRequest request, List<Map<String, String>> queries, String signedHeaders, String bodyHash) {
        List<String> headers = headers(request, Claims.names(signedHeaders));
        return queries.stream()
                .map(Canonical::query)
                .flatMap(query -> headers.stream()
                        .map(lines -> String.join("\n", request.method(), "/", query, lines, signedHeaders, bodyHash)))
                .toList();
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(CODE_POINTS))
                .map(parameter -> Percent.encode(parameter.getKey()) + "=" + Percent.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * No header at all is signed as nothing or as an empty line; the port that the scheme has anyway is signed or left
     * out.
     */
    private static List<String> headers(SignedRequest request, List<String> names) {
        if (names.isEmpty()) return List.of("", "\n");
        String asSent = lines(request, names, "");
        boolean hasUsualPort = names.contains("host")
                && request.header("host")
                        .filter(host -> USUAL_PORT.matcher(host).find())
                        .isPresent();
        return hasUsualPort ? List.of(asSent, lines(request, names, "host")) : List.of(asSent);
    }

    private static String lines(SignedRequest request, List<String> names, String withoutPort) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> {
                    String value = request.header(name).orElseThrow(VolcengineError.MISMATCH::refused);
                    return name + ":"
                            + (name.equals(withoutPort)
                                    ? USUAL_PORT.matcher(value).replaceFirst("")
                                    : value) + "\n";
                })
                .collect(Collectors.joining());
    }
}
