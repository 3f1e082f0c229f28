package io.curtaincall.embedded.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The value of an index entry: nothing, because the key says it all. */
final class PresenceFormat extends BasicDataType<Boolean> {
    static final PresenceFormat INSTANCE = new PresenceFormat();

    private PresenceFormat() {}

    @Override
    public int getMemory(Boolean value) {
        return 0;
    }

    @Override
    public void write(WriteBuffer out, Boolean value) {}

    @Override
    public Boolean read(ByteBuffer in) {
        return Boolean.TRUE;
    }

    @Override
    public Boolean[] createStorage(int size) {
        return new Boolean[size];
    }
}
