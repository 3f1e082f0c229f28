package io.curtaincall.embedded.store;

import io.curtaincall.embedded.key.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of a page, each stored as what it has beyond the one before: index keys share long prefixes. */
final class KeyFormat extends BasicDataType<byte[]> {
    static final KeyFormat INSTANCE = new KeyFormat();
    private static final byte[] EMPTY = {};

    private KeyFormat() {}

    @Override
    public int compare(byte[] left, byte[] right) {
        return Bytes.compare(left, right);
    }

    @Override
    public int getMemory(byte[] key) {
        return 24 + key.length;
    }

    @Override
    public void write(WriteBuffer out, byte[] key) {
        write(out, EMPTY, key);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        return read(in, EMPTY);
    }

    @Override
    public void write(WriteBuffer out, Object storage, int count) {
        byte[] previous = EMPTY;
        for (byte[] key : Arrays.asList(cast(storage)).subList(0, count)) {
            write(out, previous, key);
            previous = key;
        }
    }

    @Override
    public void read(ByteBuffer in, Object storage, int count) {
        byte[][] keys = cast(storage);
        byte[] previous = EMPTY;
        for (int i = 0; i < count; i++) {
            previous = read(in, previous);
            keys[i] = previous;
        }
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    private static void write(WriteBuffer out, byte[] previous, byte[] key) {
        int mismatch = Arrays.mismatch(previous, key);
        int shared = mismatch < 0 ? key.length : mismatch;
        out.putVarInt(shared).putVarInt(key.length - shared).put(key, shared, key.length - shared);
    }

    private static byte[] read(ByteBuffer in, byte[] previous) {
        int shared = DataUtils.readVarInt(in);
        int rest = DataUtils.readVarInt(in);
        byte[] key = Arrays.copyOf(previous, shared + rest);
        in.get(key, shared, rest);
        return key;
    }
}
