package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.wire.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request in the one order and spelling in which it is signed; in each of them, where signers differ.
 *
 * @param queries the parameters that may have been signed
 * @param signedHeaders as listed
 * @param names the same in lower case
 * @param bodyHash as it is signed
 */
record Canonical(
        SignedRequest request,
        List<Map<String, String>> queries,
        String signedHeaders,
        List<String> names,
        String bodyHash) {
    /** As UTF-8 bytes, which is the order of code points and not that of Java's characters. */
    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)$");

    /** @throws VolcengineRefusal if a header is named twice */
    static Canonical of(
            SignedRequest request, List<Map<String, String>> queries, String signedHeaders, String bodyHash) {
        return new Canonical(request, queries, signedHeaders, names(signedHeaders), bodyHash);
    }

    /**
     * Each once, whatever its case: a header named again and again would make a text to sign far longer than the
     * request.
     */
    private static List<String> names(String signedHeaders) {
        if (signedHeaders.isEmpty()) return List.of();
        List<String> names = List.of(signedHeaders.toLowerCase(Locale.ROOT).split(";", -1));
        if (new HashSet<>(names).size() < names.size()) throw VolcengineError.AUTHORIZATION.refused();
        return names;
    }

    /** @throws VolcengineRefusal if a header is named that was not sent */
    List<String> requests() {
        List<String> headers = headers();
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
    private List<String> headers() {
        if (names.isEmpty()) return List.of("", "\n");
        String asSent = lines("");
        boolean hasUsualPort = names.contains("host")
                && request.header("host")
                        .filter(host -> USUAL_PORT.matcher(host).find())
                        .isPresent();
        return hasUsualPort ? List.of(asSent, lines("host")) : List.of(asSent);
    }

    private String lines(String withoutPort) {
        return names.stream().map(name -> line(name, withoutPort)).collect(Collectors.joining());
    }

    private String line(String name, String withoutPort) {
        String value = request.header(name).orElseThrow(VolcengineError.MISMATCH::refused);
        String signed = name.equals(withoutPort) ? USUAL_PORT.matcher(value).replaceFirst("") : value;
        return name + ":" + signed + "\n";
    }
}
