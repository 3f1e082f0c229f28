package io.curtaincall.embedded.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at the fields of a stored document by passing over their values unread. */
public final class StoredFields {
    private static final int ARRAY = 4;

    private StoredFields() {}

    public static boolean isArray(byte[] document, String field) {
        byte[] wanted = field.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(document).order(ByteOrder.LITTLE_ENDIAN);
        bytes.getInt();
        for (int type = bytes.get(); type != 0; type = bytes.get()) {
            int name = bytes.position();
            passText(bytes);
            if (Arrays.equals(document, name, bytes.position() - 1, wanted, 0, wanted.length)) {
                return type == ARRAY;
            }
            passValue(type, bytes);
        }
        return false;
    }

    private static void passText(ByteBuffer bytes) {
        while (bytes.get() != 0) {}
    }

    /** By the types of the BSON specification. */
    private static void passValue(int type, ByteBuffer bytes) {
        switch (type) {
            case 0x06, 0x0a, 0x7f, -1 -> {}
            case 0x08 -> pass(bytes, 1);
            case 0x10 -> pass(bytes, 4);
            case 0x01, 0x09, 0x11, 0x12 -> pass(bytes, 8);
            case 0x07 -> pass(bytes, 12);
            case 0x13 -> pass(bytes, 16);
            case 0x02, 0x0d, 0x0e -> pass(bytes, bytes.getInt());
            case 0x03, 0x04, 0x0f -> pass(bytes, bytes.getInt() - Integer.BYTES);
            case 0x05 -> pass(bytes, bytes.getInt() + 1);
            case 0x0c -> pass(bytes, bytes.getInt() + 12);
            case 0x0b -> {
                passText(bytes);
                passText(bytes);
            }
            default -> throw new IllegalStateException("no BSON value has the type " + type);
        }
    }

    private static void pass(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
