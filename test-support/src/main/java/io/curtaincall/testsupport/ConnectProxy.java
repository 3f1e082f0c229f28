package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on the loopback that knows CONNECT and nothing else, and remembers every head it was sent. */
public final class ConnectProxy implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String refusal;
    private final String authorization;
    private volatile boolean turnsAway;

    private ConnectProxy(String refusal, String authorization) throws IOException {
        this.refusal = refusal;
        this.authorization = authorization;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static ConnectProxy start() throws IOException {
        return started(new ConnectProxy("", ""));
    }

    /** @param answer the status line of all its answers, such as {@code HTTP/1.1 403 Forbidden} */
    public static ConnectProxy refusing(String answer) throws IOException {
        return started(new ConnectProxy(answer, ""));
    }

    /** Lets in who shows these (Basic) and turns all others away, with what they have shown in its answer. */
    public static ConnectProxy asking(String user, String password) throws IOException {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return started(new ConnectProxy("", "Basic " + Base64.getEncoder().encodeToString(both)));
    }

    private static ConnectProxy started(ConnectProxy proxy) {
        Thread.ofVirtual().name("proxy-" + proxy.port()).start(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Whether everybody is turned away from now on, whatever they show. */
    public void turnAway(boolean all) {
        turnsAway = all;
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
            String refused = refusal.isEmpty() ? refusalOf(head) : refusal;
            if (!refused.isEmpty()) {
                say(client, refused);
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

    private String refusalOf(String head) {
        String shown = head.lines()
                .filter(line -> line.startsWith("Proxy-Authorization: "))
                .map(line -> line.substring("Proxy-Authorization: ".length()))
                .findFirst()
                .orElse("");
        boolean in = authorization.isEmpty() || authorization.equals(shown);
        return in && !turnsAway ? "" : "HTTP/1.1 407 Not by " + shown;
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
