package io.curtaincall.acceptance.planted;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Requests of every kind to one address; what comes back is the relay's matter. */
public final class Walk {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();

    public Walk(URI address) {
        this.address = address;
    }

    public URI address() {
        return address;
    }

    /** Every status that was answered. */
    public Set<Integer> statuses() {
        return statuses;
    }

    public Walk get(String path, String... tokens) {
        for (String token : tokens) send("GET", path, token, "", "");
        return this;
    }

    public Walk post(String path, String token, String contentType, String body) {
        return send("POST", path, token, contentType, body);
    }

    public Walk json(String method, String path, String token, String body) {
        return send(method, path, token, "application/json", body);
    }

    private Walk send(String method, String path, String token, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!contentType.isEmpty()) request.header("Content-Type", contentType);
        return send(request.build());
    }

    public Walk send(HttpRequest request) {
        try {
            statuses.add(HTTP.send(request, BodyHandlers.ofString()).statusCode());
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
