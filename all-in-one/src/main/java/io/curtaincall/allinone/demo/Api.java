package io.curtaincall.allinone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Curtaincall's HTTP API as one account sees it. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI base;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();

    public Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) throws InterruptedException {
        return answer(request(path).GET());
    }

    public JsonNode post(String path, String contentType, JsonNode body) throws InterruptedException {
        return answer(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) throws InterruptedException {
        answer(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        String what = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode body = parse(response.body());
            if (response.statusCode() < 300) return body;
            throw new DemoFailedException(what + " answered " + response.statusCode() + ": " + reason(body));
        } catch (IOException e) {
            throw new DemoFailedException("nothing answers at " + base + " (" + what + ")", e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(JsonNode problem) {
        String detail = problem.path("detail").asText(problem.path("title").asText("no reason given"));
        String field = problem.at("/errors/0/reason").asText("");
        return field.isEmpty() || detail.contains(field) ? detail : detail + " (" + field + ")";
    }
}
