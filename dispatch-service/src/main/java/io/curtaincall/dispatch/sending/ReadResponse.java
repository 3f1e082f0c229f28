package io.curtaincall.dispatch.sending;

import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** A response that knows the buffer it was read from. */
final class ReadResponse extends BasicClassicHttpResponse {
    private @Nullable SessionInputBuffer buffer;

    ReadResponse(int status, @Nullable String reason) {
        super(status, reason);
    }

    void readFrom(SessionInputBuffer newBuffer) {
        buffer = newBuffer;
    }

    /** Whether more came than the response says it has: the next response on this connection would begin with it. */
    boolean hasLeftOver() {
        return buffer != null && buffer.length() > 0;
    }
}
