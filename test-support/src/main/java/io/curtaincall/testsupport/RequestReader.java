package io.curtaincall.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.1 requests off one connection. */
final class RequestReader {
    private final InputStream in;
    private final InstantSource clock;
    private final int connection;

    RequestReader(InputStream in, InstantSource clock, int connection) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.clock = clock;
        this.connection = connection;
    }

    /** The next request, or nothing when the sender has closed the connection. */
    Optional<ReceivedRequest> next() throws IOException {
        String first = line();
        if (first.isEmpty()) return Optional.empty();
        String[] parts = first.split(" ", 3);
        if (parts.length != 3) throw new IOException("not a request line: " + first);
        Map<String, String> headers = headers();
        String body = new String(body(headers), StandardCharsets.ISO_8859_1);
        return Optional.of(new ReceivedRequest(clock.instant(), parts[0], parts[1], headers, body, connection));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) throw new IOException("not a header: " + line);
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) return chunks();
        return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            byte[] chunk = exactly(Integer.parseInt(line(), 16));
            body.write(chunk);
            line();
            if (chunk.length == 0) return body.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("body ended after " + bytes.length + " of " + length);
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
