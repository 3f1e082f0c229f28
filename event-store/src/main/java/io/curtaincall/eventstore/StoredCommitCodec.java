package io.curtaincall.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Commits straight to and from BSON: building a generic document first costs more than all else on the way. */
final class StoredCommitCodec implements Codec<StoredCommit> {
    private final StoredEntryCodec entryCodec = new StoredEntryCodec();

    @Override
    public void encode(BsonWriter writer, StoredCommit commit, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64("_id", commit.index());
        writer.writeInt32("n", commit.size());
        writer.writeInt64("t", commit.time());
        writer.writeString("c", commit.id());
        writer.writeStartArray("e");
        if (commit.isTombstone()) {
            writeKeyOfItsOwn(writer, commit);
        } else {
            commit.entries().forEach(entry -> entryCodec.encode(writer, entry, context));
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    /** Without a key two tombstones would be the same to the unique index of (aggregate, sequence). */
    private static void writeKeyOfItsOwn(BsonWriter writer, StoredCommit tombstone) {
        writer.writeStartDocument();
        writer.writeString("a", "");
        writer.writeInt64("s", tombstone.index());
        writer.writeEndDocument();
    }

    @Override
    public StoredCommit decode(BsonReader reader, DecoderContext context) {
        long index = 0;
        int size = 1;
        long time = 0;
        String id = "";
        List<StoredEntry> entries = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> index = reader.readInt64();
                case "n" -> size = reader.readInt32();
                case "t" -> time = reader.readInt64();
                case "c" -> id = reader.readString();
                case "e" -> entries = entries(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return id.isEmpty() ? StoredCommit.tombstone(index, time) : new StoredCommit(index, size, time, id, entries);
    }

    private List<StoredEntry> entries(BsonReader reader, DecoderContext context) {
        List<StoredEntry> entries = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            entries.add(entryCodec.decode(reader, context));
        }
        reader.readEndArray();
        return List.copyOf(entries);
    }

    @Override
    public Class<StoredCommit> getEncoderClass() {
        return StoredCommit.class;
    }
}
