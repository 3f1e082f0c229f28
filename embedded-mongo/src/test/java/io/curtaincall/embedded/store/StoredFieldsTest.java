package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.RandomDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredFieldsTest {
    /** Values of every type stand before the field that is looked for. */
    @Test
    void an_array_is_told_from_anything_else_without_reading() {
        RandomDocuments random = new RandomDocuments();
        for (int i = 0; i < 5_000; i++) {
            Document document = random.next().append("code", new BsonJavaScript("f()"));
            if (i % 2 == 0) document.append("last", List.of(1));
            byte[] stored = DocumentCodec.encode(document);
            for (String field : List.of("", "e", "\u00e9", "x", "ex", "code", "last")) {
                assertThat(StoredFields.isArray(stored, field))
                        .as("%s in %s", field, document)
                        .isEqualTo(document.get(field) instanceof List);
            }
        }
    }
}
