package io.curtaincall.dialects.running;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends bytes as they are and reads what comes back until the server closes.
 *
 * @param codeAt where a refusal in JSON has its code
 */
public record RawHttp(int port, String codeAt) {
    public static final String HOST = "live.example.com:8080";
    private static final int PATIENCE_MILLIS = 10_000;

    /** An answer with its headers. */
    public record Reply(String text, String codeAt) {
        /** 0 if there is none: to what is no HTTP/1 request the server answers without. */
        public int status() {
            return !text.startsWith("HTTP/1") ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        public String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        public JsonNode json() {
            return new JsonMapper().readTree(body());
        }

        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        /** Empty if nothing was refused. */
        public String code() {
            return at(codeAt).asString("");
        }
    }

    /** @param head request line and headers, without those every request has */
    public Reply send(String head, String body) throws IOException {
        return exchange(head + "\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n" + body);
    }

    /**
     * @param bytes each a character
     * @throws java.net.SocketTimeoutException if the server hangs
     */
    public Reply exchange(String bytes) throws IOException {
        return exchange(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Reply exchange(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return new Reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8), codeAt);
        }
    }
}
