package io.curtaincall.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The answers that show a secret, by design and once, and where in them it stands. Any other shows none, nor another. */
final class ShownSecrets {
    private static final String TOKENS = "/v1/(accounts/[^/]+/tokens|operator-tokens)(/[^/]+/rotate)?";
    private static final String ACCESS_KEYS = "/v1/accounts/[^/]+/access-keys(/[^/]+/rotate)?";
    private static final Map<String, List<String>> PLACES = Map.of(
            "/v1/accounts",
            List.of("/token", "/accessKeySecret"),
            TOKENS,
            List.of("/token"),
            ACCESS_KEYS,
            List.of("/accessKeySecret"),
            "/v1/accounts/[^/]+/intake-keys",
            List.of("/secret"),
            "/v1/notify-configs(/[^/]+/rotate-key)?",
            List.of("/signing/secret"),
            "/v1/hook-sources",
            List.of("/path"));

    private static final JsonMapper JSON = new JsonMapper();

    private ShownSecrets() {}

    static List<String> in(HttpResponse<String> answer) {
        if (!answer.request().method().equals("POST") || answer.statusCode() / 100 != 2) return List.of();
        String path = answer.request().uri().getPath();
        return PLACES.entrySet().stream()
                .filter(place -> Pattern.matches(place.getKey(), path))
                .flatMap(place -> secrets(answer.body(), place.getValue()))
                .toList();
    }

    private static Stream<String> secrets(String body, List<String> pointers) {
        try {
            JsonNode json = JSON.readTree(body);
            return pointers.stream()
                    .map(pointer -> json.at(pointer).asText())
                    .map(text -> text.substring(text.lastIndexOf("/hooks/") < 0 ? 0 : text.lastIndexOf('/') + 1))
                    .filter(text -> !text.isEmpty());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
