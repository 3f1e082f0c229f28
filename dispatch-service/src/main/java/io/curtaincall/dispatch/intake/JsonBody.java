package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.RefusedException;
import java.io.Closeable;
import java.io.IOException;

/**
 * A body of JSON, read value by value: a tree takes many times the memory of its text, so none is made of more than an
 * event may hold, however long the body.
 */
final class JsonBody implements Closeable {
    static final int MOST_TOKENS = 10_000;

    /** Numbers keep the digits they were sent with; what a lenient reader could take two ways is refused. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Counted parser;

    /** What is being read in a batch, as a pointer. */
    private String at = "";

    private JsonBody(Counted parser) {
        this.parser = parser;
    }

    /** What takes the values of a body. */
    @FunctionalInterface
    interface Reading {
        void from(JsonBody body) throws IOException;
    }

    /** @throws RefusedException if it is not JSON, or the reading says so */
    static void read(byte[] text, Reading reading) {
        try (JsonBody body = new JsonBody(new Counted(JSON.createParser(text)))) {
            body.read(reading);
        } catch (IOException e) {
            throw Invalid.field("", "is not JSON in UTF-8, UTF-16 or UTF-32").refused();
        }
    }

    private void read(Reading reading) throws IOException {
        try {
            reading.from(this);
        } catch (StreamConstraintsException e) {
            throw Invalid.field(at, "has more, longer or deeper parts than an event may have" + where(e))
                    .refused();
        } catch (JsonProcessingException e) {
            throw Invalid.field("", "is not JSON" + where(e)).refused();
        }
    }

    /** The only value, missing if there is none. */
    JsonNode whole() throws IOException {
        if (parser.nextToken() == null) return MissingNode.getInstance();
        JsonNode value = value();
        requireEnd();
        return value;
    }

    boolean startsArray() throws IOException {
        return parser.nextToken() == JsonToken.START_ARRAY;
    }

    /** Within the array: whether there is one more value. At its end nothing may follow. */
    boolean hasNext(int index) throws IOException {
        at = "/" + index;
        if (parser.nextToken() != JsonToken.END_ARRAY) return true;
        requireEnd();
        return false;
    }

    JsonNode value() throws IOException {
        parser.startOver();
        JsonNode value = JSON.readTree(parser);
        parser.startOver();
        return value;
    }

    private void requireEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw Invalid.field("", "is not JSON: something follows its end").refused();
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Counts the tokens of each value. */
    private static final class Counted extends JsonParserDelegate {
        private int count;

        Counted(JsonParser parser) {
            super(parser);
        }

        void startOver() {
            count = 0;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (++count > MOST_TOKENS) throw new StreamConstraintsException("too many tokens", currentLocation());
            return super.nextToken();
        }
    }
}
