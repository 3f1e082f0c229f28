package io.curtaincall.dispatch.sending;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that carries another callback only if its receiver has said nothing since: what came unasked would be
 * taken for the answer to a request that was not sent yet. The library itself looks whether it was closed.
 */
final class Line extends DefaultManagedHttpClientConnection {
    private static final Timeout LISTENED = Timeout.ofMilliseconds(1);
    private static final AtomicLong MADE = new AtomicLong();

    Line(Http1Config config, HttpMessageParserFactory<ClassicHttpResponse> parsers) {
        super("callback-" + MADE.incrementAndGet(), null, null, config, null, null, null, parsers);
    }

    @Override
    public boolean isStale() throws IOException {
        if (!isOpen()) return true;
        try {
            awaitInput(LISTENED);
            return true; // bytes or the end: only silence is good
        } catch (SocketTimeoutException silence) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
