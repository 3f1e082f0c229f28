package io.curtaincall.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between driver and server, and cuts the connection when the server's reply to a certain request comes. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final InetSocketAddress server;
    private final String request;
    private final AtomicInteger cutsLeft = new AtomicInteger();

    CuttingProxy(InetSocketAddress server, String request) throws IOException {
        this.server = server;
        this.request = request;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutNext(int replies) {
        cutsLeft.set(replies);
    }

    int cutsLeft() {
        return cutsLeft.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(server.getAddress(), server.getPort());
                AtomicBoolean cut = new AtomicBoolean();
                Thread.startVirtualThread(() -> pump(client, upstream, cut, true));
                Thread.startVirtualThread(() -> pump(upstream, client, cut, false));
            }
        } catch (IOException closed) {
            assert door.isClosed();
        }
    }

    private void pump(Socket from, Socket to, AtomicBoolean cut, boolean towardsServer) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (towardsServer && contains(buffer, read) && cutsLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    cut.set(true);
                }
                if (!towardsServer && cut.get()) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
            }
        } catch (IOException gone) {
            assert from.isClosed() || to.isClosed() || !gone.toString().isEmpty();
        }
    }

    private boolean contains(byte[] buffer, int length) {
        return new String(Arrays.copyOf(buffer, length), StandardCharsets.ISO_8859_1).contains(request);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
