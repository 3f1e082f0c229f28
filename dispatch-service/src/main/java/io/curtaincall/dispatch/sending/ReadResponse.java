package io.curtaincall.dispatch.sending;

import java.io.InputStream;
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

    /**
     * Whether more came than a response has: bytes with which the next response on this connection would begin, or
     * lengths of chunks with something added, which another reader may understand differently.
     */
    boolean hasMoreToIt() {
        return lines != null && (lines.length() > 0 || !lines.arePlain());
    }
}
