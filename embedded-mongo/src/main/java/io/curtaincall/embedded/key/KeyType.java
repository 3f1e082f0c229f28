package io.curtaincall.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MongoDB's order of types; the first byte of every encoded value. */
public enum KeyType {
    MIN_KEY(0x08),
    NULL(0x10),
    NUMBER(0x18),
    STRING(0x20),
    DOCUMENT(0x28),
    ARRAY(0x30),
    BINARY(0x38),
    LEGACY_UUID(0x40),
    UUID_(0x48),
    OBJECT_ID(0x50),
    BOOLEAN(0x58),
    DATE(0x60),
    TIMESTAMP(0x68),
    REGEX(0x70),
    OTHER(0x78),
    MAX_KEY(0x80);

    private final int code;

    KeyType(int code) {
        this.code = code;
    }

    /** Between two codes there is room for bounds that no value reaches. */
    public int code() {
        return code;
    }

    public static KeyType of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing missing -> NULL;
            case Number number -> NUMBER;
            case String string -> STRING;
            case Instant date -> DATE;
            case ObjectId id -> OBJECT_ID;
            case Boolean bool -> BOOLEAN;
            case Document document -> DOCUMENT;
            case Collection<?> array -> ARRAY;
            case BinData binary -> BINARY;
            case UUID uuid -> UUID_;
            case LegacyUUID uuid -> LEGACY_UUID;
            case BsonTimestamp timestamp -> TIMESTAMP;
            case BsonRegularExpression regex -> REGEX;
            case MinKey min -> MIN_KEY;
            case MaxKey max -> MAX_KEY;
            default -> OTHER;
        };
    }
}
