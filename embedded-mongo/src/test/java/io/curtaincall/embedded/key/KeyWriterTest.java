package io.curtaincall.embedded.key;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyWriterTest {
    private static final long SEED = 20260101;
    private static final Comparator<Number> EXACT = Comparator.comparing(
            number -> number instanceof Double real ? new BigDecimal(real) : BigDecimal.valueOf(number.longValue()));

    private final Random random = new Random(SEED);

    @Test
    void numbers_of_all_types_are_in_exact_order() {
        List<Number> numbers = new ArrayList<>(List.of(
                0, -0.0, 1, 1L, 1.0, Long.MAX_VALUE, Long.MIN_VALUE, 0x1p63, -0x1p63, 1L << 53, (1L << 53) + 1));
        for (int i = 0; i < 200; i++) {
            long any = random.nextLong() >> random.nextInt(64);
            numbers.addAll(List.of(any, any + 1, (double) any, Math.nextUp((double) any), (int) any, any + 0.5));
        }
        for (Number one : numbers) {
            for (Number other : numbers) {
                assertThat(order(one, other))
                        .as("%s, %s", one, other)
                        .isEqualTo(Integer.signum(EXACT.compare(one, other)));
            }
        }
    }

    @Test
    void values_of_all_types_are_in_the_order_of_the_matcher() {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add(any(2));
        }
        for (Object one : values) {
            for (Object other : values) {
                assertThat(order(one, other))
                        .as("%s, %s", one, other)
                        .isEqualTo(Integer.signum(ValueComparator.asc().compare(one, other)));
            }
        }
    }

    @Test
    void no_key_is_the_beginning_of_another() {
        for (int i = 0; i < 20_000; i++) {
            byte[] one = KeyWriter.key(any(1));
            byte[] other = KeyWriter.key(any(1));
            assertThat(Bytes.startsWith(one, other)).isEqualTo(Bytes.compare(one, other) == 0);
        }
    }

    @Test
    void descending_keys_are_in_reverse_order() {
        for (int i = 0; i < 5_000; i++) {
            Object one = any(1);
            Object other = any(1);
            byte[] oneKey = new KeyWriter().value(one, false).toBytes();
            byte[] otherKey = new KeyWriter().value(other, false).toBytes();
            assertThat(Integer.signum(Bytes.compare(oneKey, otherKey))).isEqualTo(-order(one, other));
        }
    }

    private static int order(Object one, Object other) {
        return Integer.signum(Bytes.compare(KeyWriter.key(one), KeyWriter.key(other)));
    }

    private Object any(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 9)) {
            case 0 -> random.nextInt(10);
            case 1 -> random.nextLong(10);
            case 2 -> random.nextInt(20) / 2.0;
            case 3 -> text();
            case 4 -> random.nextBoolean();
            case 5 -> Instant.ofEpochMilli(random.nextLong(-5, 5));
            case 6 -> new ObjectId(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) random.nextInt(256)});
            case 7 -> new BinData(text().getBytes(StandardCharsets.UTF_16));
            case 8 -> random.nextBoolean() ? MinKey.getInstance() : MaxKey.getInstance();
            default -> new Document(text(), any(depth - 1)).append("b", any(depth - 1));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(
                    "\u0000\u0001\u0002ab\u007f\u0080\u07ff\u0800\ud83d\ude00\uff01\uffff".charAt(random.nextInt(13)));
        }
        return text.toString();
    }
}
