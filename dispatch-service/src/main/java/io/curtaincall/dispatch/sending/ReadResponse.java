package io.curtaincall.dispatch.sending;

import java.io.InputStream;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** A response that knows what it was read from. */
final class ReadResponse extends BasicClassicHttpResponse {
    private @Nullable ChunkLines lines;
    private @Nullable InputStream chunks;

    ReadResponse(int status, @Nullable String reason) {
        super(status, reason);
    }

    void readFrom(SessionInputBuffer buffer, InputStream in, Http1Config config) {
        lines = new ChunkLines(buffer);
        chunks = new ChunkedInputStream(lines, in, config);
    }

    /** The body, if it comes in chunks; the library's own stream passes over what stands between them. */
    InputStream chunks() {
        if (chunks == null) throw new IllegalStateException("read from nothing");
        return chunks;
    }

    /** Why the next response on this connection may not begin where this one ended, null if it does. */
    @Nullable
    String doubt() {
        if (containsHeader(HttpHeaders.CONTENT_LENGTH) && containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return "the response has both Content-Length and Transfer-Encoding";
        }
        return lines != null && lines.length() > 0 ? "more came than the response has by its head" : null;
    }

    /** Whether the lengths of its chunks have something added, which another reader may understand differently. */
    boolean hasExtensions() {
        return lines != null && !lines.arePlain();
    }
}
