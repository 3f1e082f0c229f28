package io.curtaincall.dispatch.hook.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Requests captured from real media servers, sent again byte for byte but for the path. */
public final class RawRequests {
    private RawRequests() {}

    /** The captured request with the path of the hook source at hand. */
    public static byte[] of(String fixture, String path) {
        byte[] raw = read(fixture);
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(' ') + 1;
        int to = text.indexOf(text.startsWith("GET") ? '?' : ' ', from);
        return (text.substring(0, from) + path + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The captured request with other text in its body; the length is made to fit. */
    public static byte[] with(byte[] request, String from, String to) {
        String text = new String(request, StandardCharsets.ISO_8859_1).replace(from, to);
        int body = text.indexOf("\r\n\r\n") + 4;
        String fitting = text.substring(0, body)
                .replaceFirst("(?i)content-length: \\d+", "Content-Length: " + (text.length() - body));
        return (fitting + text.substring(body)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends it as it is and gives the whole answer. */
    public static String send(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the end of the stream for those that close, else to the end of the small answers we give. */
    private static String answer(InputStream in) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int length = 0;
        while (length < buffer.length) {
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) break;
            length += read;
            String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\nok") || text.endsWith("}") || text.endsWith("0\r\n\r\n")) break;
        }
        return new String(Arrays.copyOf(buffer, length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] read(String fixture) {
        try (InputStream in = Objects.requireNonNull(RawRequests.class.getResourceAsStream("/" + fixture), fixture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
