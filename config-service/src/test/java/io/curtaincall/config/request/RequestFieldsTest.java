package io.curtaincall.config.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RequestFieldsTest {
    private static final TextRule ANY = text -> Optional.empty();

    @Test
    void what_holds_is_read() {
        RequestFields fields = fields("{\"a\":\"x\",\"b\":true,\"c\":[\"y\"],\"d\":{\"e\":\"z\"},\"f\":7,\"g\":null}");
        assertThat(fields.text("a", ANY)).isEqualTo("x");
        assertThat(fields.flag("b", false)).isTrue();
        assertThat(fields.optionalTexts("c", ANY)).contains(List.of("y"));
        assertThat(fields.object("d").optionalText("e", ANY)).contains("z");
        assertThat(fields.optionalNumber("f")).contains(7L);
        assertThat(fields.optionalText("g", ANY)).isEmpty();
        assertThatCode(fields::requireValid).doesNotThrowAnyException();
    }

    @Test
    void an_array_that_may_be_empty_has_a_bound() {
        RequestFields fields = fields("{\"a\":[],\"b\":[\"x\",\"y\",\"z\"],\"c\":null}");
        assertThat(fields.optionalTexts("a", 2, ANY)).contains(List.of());
        assertThat(fields.optionalTexts("b", 2, ANY)).isEmpty();
        assertThat(fields.optionalTexts("c", 2, ANY)).isEmpty();
        assertThat(fields.names("c")).isTrue();
        assertThat(fields.names("d")).isFalse();
        assertThat(errors(fields)).containsExactly(error("/b", "must be an array of at most 2 strings"));
    }

    @Test
    void a_missing_field_is_named() {
        RequestFields fields = fields("{\"b\":null}");
        fields.text("a", ANY);
        fields.text("b", ANY);
        assertThat(errors(fields)).containsExactly(error("/a", "is required"), error("/b", "is required"));
    }

    @Test
    void a_wrong_type_is_named_wherever_it_stands() {
        RequestFields fields = fields(
                "{\"a\":1,\"b\":\"true\",\"c\":[\"y\",2],\"d\":[],\"e\":\"x\",\"f\":{\"g\":1},\"h\":1.5,\"i\":\"x\"}");
        fields.text("a", ANY);
        fields.flag("b", true);
        fields.optionalTexts("c", ANY);
        fields.optionalTexts("d", ANY);
        fields.object("e");
        fields.object("f").text("g", ANY);
        fields.optionalNumber("h");
        fields.optionalTexts("i", ANY);
        assertThat(errors(fields))
                .containsExactly(
                        error("/a", "must be a string"),
                        error("/b", "must be true or false"),
                        error("/c/1", "must be a string"),
                        error("/d", "must be a non-empty array of strings"),
                        error("/e", "must be an object"),
                        error("/f/g", "must be a string"),
                        error("/h", "must be a whole number"),
                        error("/i", "must be a non-empty array of strings"));
    }

    @Test
    void a_field_nobody_reads_is_named_as_a_json_pointer() {
        RequestFields fields = fields("{\"a/b~c\":1,\"d\":{\"e\":1}}");
        fields.object("d");
        assertThat(errors(fields))
                .containsExactly(error("/a~1b~0c", "is not a known field"), error("/d/e", "is not a known field"));
    }

    @Test
    void plain_text_has_no_control_characters_nor_half_a_surrogate_pair() {
        TextRule plain = TextRule.plain(4);
        assertThat(plain.refusal("live")).isEmpty();
        assertThat(plain.refusal("直播🎬")).isEmpty();
        assertThat(plain.refusal("")).isPresent();
        assertThat(plain.refusal("lives")).isPresent();
        assertThat(plain.refusal("a\nb")).isPresent();
        assertThat(plain.refusal("a\ud83c")).isPresent();
    }

    private static RequestFields fields(String json) {
        return new RequestFields((ObjectNode) new JsonMapper().readTree(json));
    }

    private static List<FieldError> errors(RequestFields fields) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, fields::requireValid);
        return ((Invalid) refused.problem()).errors();
    }

    private static FieldError error(String field, String reason) {
        return new FieldError(field, reason);
    }
}
