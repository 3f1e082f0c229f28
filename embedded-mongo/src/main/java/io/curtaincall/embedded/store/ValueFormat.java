package io.curtaincall.embedded.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as the BSON bytes they are. */
final class ValueFormat extends BasicDataType<byte[]> {
    static final ValueFormat INSTANCE = new ValueFormat();

    private ValueFormat() {}

    @Override
    public int getMemory(byte[] value) {
        return 24 + value.length;
    }

    @Override
    public void write(WriteBuffer out, byte[] value) {
        out.putVarInt(value.length).put(value);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        byte[] value = new byte[DataUtils.readVarInt(in)];
        in.get(value);
        return value;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
