package io.curtaincall.embedded.key;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is MongoDB's order. No encoded value is the prefix of another, so
 * values can be strung together to compound keys; equal numbers of different types have equal bytes.
 */
public final class KeyWriter {
    /** Sorts after everything that can follow a value. */
    private static final int AFTER = 0xff;

    private final KeyBuffer out = new KeyBuffer();

    public static byte[] key(@Nullable Object value) {
        return new KeyWriter().value(value, true).toBytes();
    }

    public KeyWriter value(@Nullable Object value, boolean ascending) {
        int start = out.length();
        write(value);
        if (!ascending) {
            out.flipFrom(start);
        }
        return this;
    }

    public KeyWriter bytes(byte[] encoded) {
        out.put(encoded);
        return this;
    }

    /** A value that is encoded already, in ascending order. */
    public KeyWriter encoded(byte[] key, boolean ascending) {
        int start = out.length();
        out.put(key);
        if (!ascending) {
            out.flipFrom(start);
        }
        return this;
    }

    public KeyWriter after() {
        out.put(AFTER);
        return this;
    }

    public KeyWriter length(int value) {
        out.putShort(value);
        return this;
    }

    public byte[] toBytes() {
        return out.toBytes();
    }

    private void write(@Nullable Object value) {
        KeyType type = KeyType.of(value);
        out.put(type.code());
        if (value != null) {
            writeContent(type, value);
        }
    }

    private void writeContent(KeyType type, Object value) {
        switch (type) {
            case NULL, MIN_KEY, MAX_KEY -> {}
            case NUMBER -> NumberKey.write((Number) value, out);
            case STRING -> writeString((String) value);
            case DOCUMENT -> writeDocument((Document) value);
            case ARRAY -> writeArray((Collection<?>) value);
            case BINARY -> writeBinary(((BinData) value).getData());
            case LEGACY_UUID -> writeUuid(((LegacyUUID) value).getUuid());
            case UUID_ -> writeUuid((UUID) value);
            case OBJECT_ID -> out.put(((ObjectId) value).toByteArray());
            case BOOLEAN -> out.put((Boolean) value ? 1 : 0);
            case DATE -> out.putLong(((Instant) value).toEpochMilli() ^ Long.MIN_VALUE);
            case TIMESTAMP -> out.putLong(((BsonTimestamp) value).getValue());
            case REGEX -> {
                writeString(((BsonRegularExpression) value).getPattern());
                writeString(String.valueOf(((BsonRegularExpression) value).getOptions()));
            }
            case OTHER -> writeString(value.toString());
        }
    }

    /** As UTF-8 of each UTF-16 unit, so that the order is the one of the in-memory matcher; 0 ends, 0 and 1 escaped. */
    private void writeString(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 1 && c < 0x80) {
                out.put(c);
            } else if (c <= 1) {
                out.putShort(0x0101 + c);
            } else if (c < 0x800) {
                out.put(0xc0 | (c >>> 6));
                out.put(0x80 | (c & 0x3f));
            } else {
                out.put(0xe0 | (c >>> 12));
                out.put(0x80 | ((c >>> 6) & 0x3f));
                out.put(0x80 | (c & 0x3f));
            }
        }
        out.put(0);
    }

    private void writeDocument(Document document) {
        document.forEach((name, value) -> {
            KeyType type = KeyType.of(value);
            out.put(type.code());
            writeString(name);
            if (value != null) {
                writeContent(type, value);
            }
        });
        out.put(0);
    }

    private void writeArray(Collection<?> array) {
        array.forEach(this::write);
        out.put(0);
    }

    private void writeBinary(byte[] data) {
        out.putInt(data.length);
        out.put(data);
    }

    private void writeUuid(UUID uuid) {
        out.putLong(uuid.getMostSignificantBits());
        out.putLong(uuid.getLeastSignificantBits());
    }
}
