package io.curtaincall.acceptance.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    /** With a header of its own and no token. */
    public Walk with(String header, String value, String method, String path, String body) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header(header, value)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** What no client of Java's would send, until it is answered and hung up on. */
    public Walk raw(String request) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            statuses.add(Integer.parseInt(answer.substring(9, 12)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
