package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes replies as the library does, but what is stored as it is: to read it only to write it again costs more. */
final class ReplyEncoder extends MessageToByteEncoder<MongoMessage> {

    /** The library offers no other moment: to be called before the first reply is written. */
    static void takeOver(ChannelPipeline pipeline) {
        if (pipeline.get(MongoWireMessageEncoder.class) != null) {
            pipeline.replace(MongoWireMessageEncoder.class, "replies", new ReplyEncoder());
        }
    }

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        out.writeIntLE(0);
        out.writeIntLE(message.getHeader().getRequestID());
        out.writeIntLE(message.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(message.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        encode(message.getDocument(), out);
        out.setIntLE(0, out.writerIndex());
    }

    static void encode(Map<?, ?> document, ByteBuf out) {
        StoredDocument stored = StoredDocument.in(document);
        if (stored != null) {
            out.writeBytes(stored.bytes());
            return;
        }
        int start = out.writerIndex();
        out.writeIntLE(0);
        document.forEach((name, value) -> field(String.valueOf(name), value, out));
        end(start, out);
    }

    private static void array(Collection<?> elements, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        int position = 0;
        for (Object element : elements) {
            field(Integer.toString(position++), element, out);
        }
        end(start, out);
    }

    private static void field(String name, @Nullable Object value, ByteBuf out) {
        byte type = BsonEncoder.determineType(value);
        out.writeByte(type);
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.writeByte(0);
        if (value instanceof Map<?, ?> document) {
            encode(document, out);
        } else if (value instanceof Collection<?> elements) {
            array(elements, out);
        } else {
            BsonEncoder.encodeValue(type, value, out);
        }
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
