package io.curtaincall.dispatch.sending;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;

/** Lets no more through than a response head may have. */
final class HeadInput extends FilterInputStream {
    private final long cap;
    private long left;

    HeadInput(InputStream in, long cap) {
        super(in);
        this.cap = cap;
        left = cap;
    }

    @Override
    public int read() throws IOException {
        requireRoom();
        int read = super.read();
        if (read >= 0) left--;
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        requireRoom();
        int read = super.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    private void requireRoom() throws MessageConstraintException {
        if (left <= 0) throw new MessageConstraintException("the response head has more than " + cap + " bytes");
    }
}
