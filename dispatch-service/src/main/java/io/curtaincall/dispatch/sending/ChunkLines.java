package io.curtaincall.dispatch.sending;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/** The buffer that chunks are read from; notices when the lines between them say more than lengths. */
final class ChunkLines implements SessionInputBuffer {
    private final SessionInputBuffer buffer;
    private boolean plain = true;

    ChunkLines(SessionInputBuffer buffer) {
        this.buffer = buffer;
    }

    /** Whether there was no extension so far. */
    boolean arePlain() {
        return plain;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
        int read = buffer.readLine(line, in);
        if (line.indexOf(';') >= 0) plain = false;
        return read;
    }

    @Override
    public int length() {
        return buffer.length();
    }

    @Override
    public int capacity() {
        return buffer.capacity();
    }

    @Override
    public int available() {
        return buffer.available();
    }

    @Override
    public int read(byte[] into, int offset, int length, InputStream in) throws IOException {
        return buffer.read(into, offset, length, in);
    }

    @Override
    public int read(byte[] into, InputStream in) throws IOException {
        return buffer.read(into, in);
    }

    @Override
    public int read(InputStream in) throws IOException {
        return buffer.read(in);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return buffer.getMetrics();
    }
}
