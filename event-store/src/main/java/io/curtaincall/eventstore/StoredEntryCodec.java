package io.curtaincall.eventstore;

import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The one place that knows the field names of a stored event. */
final class StoredEntryCodec implements Codec<StoredEntry> {

    @Override
    public void encode(BsonWriter writer, StoredEntry entry, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString("a", entry.aggregateId());
        writer.writeInt64("s", entry.sequence());
        if (entry.aggregateType() != null) {
            writer.writeString("k", entry.aggregateType());
        }
        writer.writeString("i", entry.eventId());
        writer.writeInt64("t", entry.time());
        writer.writeString("y", entry.type());
        if (entry.revision() != null) {
            writer.writeString("r", entry.revision());
        }
        writer.writeBinaryData("p", new BsonBinary(entry.payload().getData()));
        writer.writeBinaryData("m", new BsonBinary(entry.metaData().getData()));
        writer.writeEndDocument();
    }

    @Override
    public StoredEntry decode(BsonReader reader, DecoderContext context) {
        Fields fields = new Fields();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            fields.read(reader);
        }
        reader.readEndDocument();
        return fields.entry();
    }

    @Override
    public Class<StoredEntry> getEncoderClass() {
        return StoredEntry.class;
    }

    /** The fields read so far: a document's order of fields is not promised. */
    private static final class Fields {
        private static final Binary NOTHING = new Binary(new byte[0]);
        private String aggregateId = "";
        private long sequence;
        private @Nullable String aggregateType;
        private String eventId = "";
        private long time;
        private String type = "";
        private @Nullable String revision;
        private Binary payload = NOTHING;
        private Binary metaData = NOTHING;

        void read(BsonReader reader) {
            switch (reader.readName()) {
                case "a" -> aggregateId = reader.readString();
                case "s" -> sequence = reader.readInt64();
                case "k" -> aggregateType = reader.readString();
                case "i" -> eventId = reader.readString();
                case "t" -> time = reader.readInt64();
                case "y" -> type = reader.readString();
                case "r" -> revision = reader.readString();
                case "p" -> payload = new Binary(reader.readBinaryData().getData());
                case "m" -> metaData = new Binary(reader.readBinaryData().getData());
                default -> reader.skipValue();
            }
        }

        StoredEntry entry() {
            return new StoredEntry(
                    aggregateId, sequence, aggregateType, eventId, time, type, revision, payload, metaData);
        }
    }
}
