package io.curtaincall.embedded.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyExtractorTest {
    private static final Object NOTHING = Missing.getInstance();

    private static Document commit(Object... events) {
        return new Document("_id", 7).append("e", List.of(events));
    }

    private static Document event(Object aggregate, Object sequence) {
        return new Document("a", aggregate).append("s", sequence);
    }

    private static KeyRows rows(Document document, String... paths) {
        return new KeyExtractor(List.of(paths)).extract(document);
    }

    @Test
    void each_row_has_the_values_of_one_element() {
        KeyRows rows = rows(commit(event("x", 1), event("y", 2)), "e.a", "_id", "e.s");
        assertThat(rows.rows()).containsExactly(new Object[] {"x", 7, 1}, new Object[] {"y", 7, 2});
        assertThat(rows.multikey()).isEqualTo(0b101);
        assertThat(rows.present()).isTrue();
    }

    @Test
    void an_element_without_a_field_has_none() {
        assertThat(rows(commit(event("x", 1), "text", new Document("s", 3)), "e.a", "e.s")
                        .rows())
                .containsExactly(new Object[] {"x", 1}, new Object[] {NOTHING, NOTHING}, new Object[] {NOTHING, 3});
    }

    @Test
    void a_document_without_the_fields_has_one_row_of_nothing() {
        KeyRows rows = rows(new Document("b", 1), "e.a", "c");
        assertThat(rows.rows()).containsExactly(new Object[] {NOTHING, NOTHING});
        assertThat(rows.multikey()).isZero();
        assertThat(rows.present()).isFalse();
    }

    @Test
    void an_array_of_values_has_a_row_for_each_and_an_empty_one_for_itself() {
        assertThat(rows(new Document("l", List.of(1, List.of(2), "x")), "l").rows())
                .containsExactly(new Object[] {1}, new Object[] {List.of(2)}, new Object[] {"x"});
        assertThat(rows(new Document("l", List.of()), "l").rows()).containsExactly(new Object[] {List.of()});
        assertThat(rows(new Document("e", List.of()), "e.a").rows()).containsExactly(new Object[] {NOTHING});
    }

    @Test
    void a_position_in_a_path_is_one_element() {
        assertThat(rows(commit(event("x", 1), event("y", 2)), "e.1.a").rows()).containsExactly(new Object[] {"y"});
    }

    @Test
    void arrays_inside_of_arrays_have_rows_for_every_inner_element() {
        Document document = commit(event("x", List.of(1, 2)), event("y", 3));
        assertThat(rows(document, "e.a", "e.s").rows())
                .containsExactly(new Object[] {"x", 1}, new Object[] {"x", 2}, new Object[] {"y", 3});
    }

    @Test
    void two_arrays_side_by_side_are_refused() {
        assertThatThrownBy(() -> rows(new Document("a", List.of(1)).append("b", List.of(2)), "a", "b"))
                .isInstanceOf(CannotIndexParallelArraysError.class)
                .hasMessageContaining("[b] [a]");
    }
}
