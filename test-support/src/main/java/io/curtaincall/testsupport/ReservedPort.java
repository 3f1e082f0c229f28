package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A port of the loopback that nobody else is given, also while nobody listens on it: a socket that is bound to it and
 * does not listen holds it, and the kernel refuses connections.
 */
public final class ReservedPort implements AutoCloseable {
    private static final int BACKLOG = 512;
    /** Some systems let two sockets have one port for the first, some for the second. */
    private static final List<SocketOption<Boolean>> SHARING =
            List.of(StandardSocketOptions.SO_REUSEADDR, StandardSocketOptions.SO_REUSEPORT);

    private final SocketChannel holder;
    private final int number;

    private ReservedPort(SocketChannel holder, int number) {
        this.holder = holder;
        this.number = number;
    }

    /** One of the kernel's choice. */
    public static ReservedPort reserve() {
        try {
            SocketChannel holder = SocketChannel.open();
            for (SocketOption<Boolean> option : SHARING) {
                if (holder.supportedOptions().contains(option)) holder.setOption(option, true);
            }
            holder.bind(loopback(0));
            return new ReservedPort(holder, ((InetSocketAddress) holder.getLocalAddress()).getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int number() {
        return number;
    }

    /** Listens on it, beside the socket that holds it. */
    ServerSocket listen() {
        try {
            ServerSocket socket = new ServerSocket();
            for (SocketOption<Boolean> option : SHARING) {
                if (socket.supportedOptions().contains(option)) socket.setOption(option, true);
            }
            socket.bind(loopback(number), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
