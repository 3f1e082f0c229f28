package io.curtaincall.bench.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The HTTP API with one caller's token; each request goes to the process that serves it. */
public final class CurtaincallApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    private final Installation installation;
    private final String token;

    CurtaincallApi(Installation installation, String token) {
        this.installation = installation;
        this.token = token;
    }

    /** Opens an account; the answer shows its token. */
    public Reply openAccount() {
        return send(post(installation.config(), "/v1/accounts", JSON.createObjectNode()));
    }

    public Reply addConfig(String domain, String url, String... topics) {
        ObjectNode config = JSON.createObjectNode().put("domain", domain).put("url", url);
        List.of(topics).forEach(config.withArray("topics")::add);
        if (topics.length == 0) config.remove("topics");
        return addConfig(config);
    }

    public Reply addConfig(JsonNode config) {
        return send(post(installation.config(), "/v1/notify-configs", config));
    }

    public Reply addHookSource(String kind, String domain, String node, Map<String, String> more) {
        ObjectNode source = object("kind", kind).put("domain", domain).put("node", node);
        more.forEach(source::put);
        return send(post(installation.config(), "/v1/hook-sources", source));
    }

    public Reply report(String cloudEvent) {
        return send(reporting(cloudEvent, CLOUD_EVENT));
    }

    /** To one of several dispatch processes, which may not answer at all. */
    public Reply report(URI dispatch, String cloudEvent, Duration atMost) {
        return send(request(dispatch, "/v1/live-events")
                .timeout(atMost)
                .header("Content-Type", CLOUD_EVENT)
                .POST(BodyPublishers.ofString(cloudEvent))
                .build());
    }

    public Reply reportBatch(String cloudEvents) {
        return send(reporting(cloudEvents, CLOUD_EVENTS));
    }

    private HttpRequest reporting(String body, String contentType) {
        return request(installation.dispatch(), "/v1/live-events")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** @param query such as {@code domain=live.example.com&pageSize=10} */
    public Reply records(String query) {
        return send(
                request(installation.query(), "/v1/callback-records?" + query).build());
    }

    /** Every record there is, page by page. */
    public List<JsonNode> allRecords(String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page =
                    records(query + "&pageSize=1000" + cursor).expect(200).json();
            page.get("records").forEach(all::add);
            JsonNode next = page.at("/page/next");
            if (next.isNull() || next.isMissingNode()) return all;
            cursor = "&cursor=" + next.asText();
        }
    }

    public Reply callback(String id) {
        return send(request(installation.query(), "/v1/callbacks/" + id).build());
    }

    public Reply get(URI base, String path) {
        return send(request(base, path).build());
    }

    public Reply delete(URI base, String path) {
        return send(request(base, path).DELETE().build());
    }

    public Reply put(URI base, String path, String ifMatch, JsonNode body) {
        return send(request(base, path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** A request with this caller's token, to be finished by whoever wants something special. */
    public HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    public HttpRequest post(URI base, String path, JsonNode body) {
        return request(base, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    /** Sends and waits; whether the process was there is the caller's matter. */
    public Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            Answers.tell(response);
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ObjectNode object(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }
}
