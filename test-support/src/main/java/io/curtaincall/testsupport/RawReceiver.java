package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Understands nothing: says the same bytes to whoever has said something, then listens until it is left. */
public final class RawReceiver implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final byte[] answer;

    private RawReceiver(ServerSocket server, byte[] answer) {
        this.server = server;
        this.answer = answer;
    }

    /** Listens at once, on a port of the kernel's choice. */
    public static RawReceiver saying(byte[] answer) {
        try {
            ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            RawReceiver receiver = new RawReceiver(server, answer.clone());
            Thread.ofVirtual().name("raw-receiver-" + receiver.port()).start(receiver::accept);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            if (in.read() < 0) return;
            socket.getOutputStream().write(answer);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException senderLeft) {
            return;
        }
    }
}
