package io.curtaincall.dialects.running;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and a process, and changes what is sent after it was signed. */
public final class Meddler implements Closeable {
    private static final int BACKLOG = 50;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

    private final ServerSocket server;
    private final RawHttp http;
    private final UnaryOperator<String> change;

    private Meddler(ServerSocket server, RawHttp http, UnaryOperator<String> change) {
        this.server = server;
        this.http = http;
        this.change = change;
    }

    /** @param change of a whole request, each byte a character */
    public static Meddler before(RawHttp http, UnaryOperator<String> change) throws IOException {
        var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Meddler meddler = new Meddler(server, http, change);
        Thread.ofVirtual().start(meddler::serve);
        return meddler;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                String request = read(client.getInputStream());
                String once = request.replaceFirst("(?i)\r\nconnection: [^\r]*", "\r\nConnection: close");
                String answer = http.exchange(change.apply(once)).text();
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // the client sees that nothing was answered
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!text(head).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) throw new IOException("the request ends within its head");
            head.write(next);
        }
        Matcher length = LENGTH.matcher(text(head));
        int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text(head) + new String(in.readNBytes(rest), StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
