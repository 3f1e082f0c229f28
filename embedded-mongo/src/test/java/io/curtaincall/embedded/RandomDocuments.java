package io.curtaincall.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents with values of every type, the same ones in each run. */
public final class RandomDocuments {
    private final Random random = new Random(20260101);

    public Document next() {
        return document(3);
    }

    private Document document(int depth) {
        Document document = new Document();
        for (int fields = random.nextInt(6); fields > 0; fields--) document.put(text(), value(depth - 1));
        return document;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 16 : 13)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> random.nextDouble();
            case 3 -> text();
            case 4 -> random.nextBoolean();
            case 5 -> Instant.ofEpochMilli(random.nextInt());
            case 6 -> new ObjectId();
            case 7 -> new BinData(new byte[random.nextInt(300)]);
            case 8 -> random.nextBoolean() ? MinKey.getInstance() : MaxKey.getInstance();
            case 9 -> new UUID(random.nextLong(), random.nextLong());
            case 10 -> new BsonTimestamp(random.nextLong());
            case 11 -> random.nextBoolean() ? null : new BsonRegularExpression(text(), "i");
            case 12 -> Decimal128.fromNumber(BigDecimal.valueOf(random.nextInt(), 2));
            case 13 -> document(depth);
            default ->
                Stream.generate(() -> value(depth - 1))
                        .limit(random.nextInt(12))
                        .toList();
        };
    }

    /** A field's name may be empty, and is one character or two in UTF-8. */
    private String text() {
        return random.ints(random.nextInt(4), 0, 3)
                .collect(StringBuilder::new, (text, i) -> text.append("e\u00e9x".charAt(i)), StringBuilder::append)
                .toString();
    }
}
