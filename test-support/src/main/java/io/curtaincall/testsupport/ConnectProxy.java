package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on the loopback that knows CONNECT and nothing else, and remembers every head it was sent. */
public final class ConnectProxy implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String refusal;

    private ConnectProxy(String refusal) throws IOException {
        this.refusal = refusal;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static ConnectProxy start() throws IOException {
        return started("");
    }

    /** @param answer the status line of all its answers, such as {@code HTTP/1.1 403 Forbidden} */
    public static ConnectProxy refusing(String answer) throws IOException {
        return started(answer);
    }

    private static ConnectProxy started(String refusal) throws IOException {
        ConnectProxy proxy = new ConnectProxy(refusal);
        Thread.ofVirtual().name("proxy-" + proxy.port()).start(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What each connection began with, up to the empty line. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            String head = head(client.getInputStream());
            heads.add(head);
            if (!refusal.isEmpty()) {
                say(client, refusal);
                return;
            }
            String[] authority = head.split(" ", 3)[1].split(":(?=[0-9]+$)", 2);
            try (Socket receiver = new Socket(authority[0], Integer.parseInt(authority[1]))) {
                say(client, "HTTP/1.1 200 Connection established");
                Thread back = Thread.ofVirtual().start(() -> pass(receiver, client));
                pass(client, receiver);
                back.join();
            }
        } catch (IOException eitherLeft) {
            // both ends may leave at any time
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("no whole head came: " + head);
            head.append((char) next);
        }
        return head.toString();
    }

    private static void say(Socket client, String statusLine) throws IOException {
        client.getOutputStream().write((statusLine + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException eitherLeft) {
            // then the other is closed as well
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
