package io.curtaincall.dispatch.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket whose way to the receiver leads through the egress proxy. Nothing is sent before the proxy has agreed. */
final class TunnelSocket extends Socket {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private final EgressProxy proxy;

    TunnelSocket(EgressProxy proxy) {
        super(Proxy.NO_PROXY);
        this.proxy = proxy;
    }

    @Override
    public void connect(SocketAddress receiver, int timeout) throws IOException {
        try {
            super.connect(proxy.address(), timeout);
            int usual = getSoTimeout();
            setSoTimeout(timeout);
            open((InetSocketAddress) receiver);
            setSoTimeout(usual);
        } catch (EgressProxyException e) {
            throw e;
        } catch (IOException e) {
            throw new EgressProxyException(
                    "the egress proxy " + proxy + " was not reached: " + Failures.describe(e), e);
        }
    }

    private void open(InetSocketAddress receiver) throws IOException {
        getOutputStream().write(proxy.request(receiver).getBytes(StandardCharsets.ISO_8859_1));
        String statusLine = head(getInputStream()).lines().findFirst().orElse("");
        Matcher status = STATUS_LINE.matcher(statusLine);
        if (!status.matches()) throw new EgressProxyException("the egress proxy " + proxy + " speaks no HTTP/1.1");
        if (!status.group(1).startsWith("2")) {
            throw new EgressProxyException("the egress proxy " + proxy + " answered CONNECT with " + status.group(1));
        }
    }

    /** Byte by byte, as what follows the head is the receiver's. */
    private String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int endings = 0;
        while (endings < 2) {
            int next = in.read();
            if (next < 0) throw new EgressProxyException("the egress proxy " + proxy + " hung up");
            if (head.size() >= LONGEST_HEAD) {
                throw new EgressProxyException("the egress proxy " + proxy + " answers at more length than is read");
            }
            head.write(next);
            if (next == '\n') endings++;
            else if (next != '\r') endings = 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
