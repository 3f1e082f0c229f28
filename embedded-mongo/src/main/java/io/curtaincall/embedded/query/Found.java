package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.store.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** A document that matches, read only when it is looked at. */
public final class Found {
    private final byte[] bytes;
    private @Nullable Document document;

    Found(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes;
    }

    public Document document() {
        Document read = document;
        if (read == null) {
            read = DocumentCodec.decode(bytes);
            document = read;
        }
        return read;
    }
}
