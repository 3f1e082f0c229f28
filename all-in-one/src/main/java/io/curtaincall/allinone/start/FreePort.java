package io.curtaincall.allinone.start;

import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asks for address and port before anything is written: a process that cannot listen has no business in the data folder. */
final class FreePort {
    private FreePort() {}

    static void require(InetSocketAddress listen) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(listen);
        } catch (BindException e) {
            throw new CannotStartException(sentence(listen, e), e);
        } catch (IOException e) {
            throw new CannotStartException("cannot listen on " + text(listen) + ": " + e.getMessage(), e);
        }
    }

    private static String sentence(InetSocketAddress listen, BindException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("in use")) return "port " + listen.getPort() + " is in use; choose another with --port";
        if (message.contains("denied")) return "port " + listen.getPort() + " needs more rights than this user has";
        if (message.contains("Cannot assign")) {
            return listen.getHostString() + " is not an address of this machine; choose another with --bind";
        }
        return "cannot listen on " + text(listen) + ": " + message;
    }

    private static String text(InetSocketAddress listen) {
        return listen.getHostString() + ":" + listen.getPort();
    }
}
