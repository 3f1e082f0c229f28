package io.curtaincall.acceptance.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** An address in front of a server that passes everything on and keeps every byte that the server answers. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final URI server;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    private Relay(ServerSocket listening, URI server) {
        this.listening = listening;
        this.server = server;
    }

    public static Relay before(URI server) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** All that was answered so far, head and body. */
    public byte[] answers() {
        synchronized (answers) {
            return answers.toByteArray();
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                Socket there = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, there, OutputStream.nullOutputStream()));
                Thread.ofVirtual().start(() -> pass(there, client, answers));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void pass(Socket from, Socket to, OutputStream copy) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                synchronized (answers) {
                    copy.write(chunk, 0, read);
                }
                to.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException eitherLeft) {
            // then the other is closed as well
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
