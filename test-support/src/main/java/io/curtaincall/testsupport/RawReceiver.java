package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Understands nothing: says the same bytes to whoever has said something, then listens until it is left. */
public final class RawReceiver implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final byte[] answer;
    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RawReceiver(ServerSocket server, byte[] answer, Duration pause) {
        this.server = server;
        this.answer = answer;
        this.pause = pause;
    }

    /** Listens at once, on a port of the kernel's choice. */
    public static RawReceiver saying(byte[] answer) {
        return saying(answer, Duration.ZERO);
    }

    /** The same, with a pause before each byte. */
    public static RawReceiver saying(byte[] answer, Duration pause) {
        try {
            ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            RawReceiver receiver = new RawReceiver(server, answer.clone(), pause);
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
        stopped.countDown();
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
            for (byte next : answer) {
                if (stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) return;
                socket.getOutputStream().write(next);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException senderLeft) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
