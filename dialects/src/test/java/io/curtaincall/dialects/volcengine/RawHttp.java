package io.curtaincall.dialects.volcengine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends bytes as they are and reads what comes back until the server closes. */
record RawHttp(int port) {
    static final String HOST = "live.example.com:8080";
    private static final int PATIENCE_MILLIS = 10_000;

    /** An answer as bytes in ISO 8859-1. */
    record Reply(String text) {
        /** 0 if there is none: to what is no HTTP/1 request the server answers without. */
        int status() {
            return !text.startsWith("HTTP/1") ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        String header(String name) {
            return text.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        JsonNode json() {
            return new JsonMapper().readTree(body());
        }

        JsonNode metadata() {
            return json().path("ResponseMetadata");
        }

        JsonNode error() {
            return metadata().path("Error");
        }

        String code() {
            return error().path("Code").asString("");
        }
    }

    /** @param head request line and headers, without those every request has */
    Reply send(String head, String body) throws IOException {
        return exchange(head + "\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** @throws java.net.SocketTimeoutException if the server hangs */
    Reply exchange(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new Reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }
}
