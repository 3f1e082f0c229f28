package io.curtaincall.testsupport.huawei;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Gives the SDK one token for its id token, whatever that is. */
public final class IdentityProvider implements Closeable {
    private final HttpServer server;

    public IdentityProvider(String token) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = "{\"token\":{\"expires_at\":\"2099-01-01T00:00:00.000000Z\"}}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/v3.0/OS-AUTH/id-token/tokens", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("X-Subject-Token", token);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
