package io.curtaincall.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.curtaincall.embedded.RandomDocuments;
import io.curtaincall.embedded.store.DocumentCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplyEncoderTest {
    private final EmbeddedChannel library = new EmbeddedChannel(new MongoWireMessageEncoder());
    private final EmbeddedChannel own = new EmbeddedChannel(new MongoWireMessageEncoder());

    /** Byte for byte what the library writes, whether the documents are read before or not. */
    @Test
    void a_stored_document_goes_out_as_if_it_had_been_read() {
        ReplyEncoder.takeOver(own.pipeline());
        RandomDocuments random = new RandomDocuments();
        for (int i = 0; i < 500; i++) {
            List<Document> read = Stream.generate(random::next).limit(i % 13).toList();
            List<Document> unread = read.stream()
                    .map(document -> StoredDocument.unread(DocumentCodec.encode(document)))
                    .toList();
            byte[] expected = written(library, Replies.firstBatch("db.things", read, 7));
            assertThat(written(own, Replies.firstBatch("db.things", read, 7))).isEqualTo(expected);
            assertThat(written(own, Replies.firstBatch("db.things", unread, 7))).isEqualTo(expected);
        }
    }

    @Test
    void taking_over_again_changes_nothing() {
        ReplyEncoder.takeOver(own.pipeline());
        ReplyEncoder.takeOver(own.pipeline());
        assertThat(own.pipeline().toMap().values()).singleElement().isInstanceOf(ReplyEncoder.class);
    }

    private static byte[] written(EmbeddedChannel channel, Document reply) {
        channel.writeOutbound(new MongoMessage(channel, new MessageHeader(3, 4), reply));
        ByteBuf out = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(out);
        } finally {
            out.release();
        }
    }
}
