package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.dialects.port.OnDemandFormat.Answer;
import io.curtaincall.dialects.port.OnDemandFormat.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlibabaOnDemandFormatTest {
    private final AlibabaOnDemandFormat format = new AlibabaOnDemandFormat();

    @Test
    void the_question_is_a_query_of_the_stream() {
        Stream stream = new Stream("live.example.com", "a b", "s&1", 2000, "h265");
        assertThat(format.question("http://r.example/ask", stream))
                .isEqualTo(
                        "http://r.example/ask?app=a%20b&domain=live.example.com&stream=s%261&vbitrate=2000&codec=h265");
        assertThat(format.question("http://r.example/ask?k=v", new Stream("d", "a", "s", null, null)))
                .isEqualTo("http://r.example/ask?k=v&app=a&domain=d&stream=s&vbitrate=0&codec=");
    }

    @Test
    void whatever_may_stand_in_a_url_is_asked() {
        assertThat(format.question("http://r.example/ask[1]", new Stream("d", "a", "s", null, null)))
                .startsWith("http://r.example/ask[1]?app=a&");
    }

    @Test
    void the_documented_answer_is_understood() {
        String body = "{\"ApiVersion\":\"1.0\",\"NeedRecord\":true,"
                + "\"Interval\":{\"Mp4\":300,\"Flv\":4,\"M3U8\":21600},\"Format\":[\"mp4\",\"flv\"]}";
        assertThat(format.answer(body))
                .isEqualTo(
                        new Answer(true, "{\"Interval\":{\"Mp4\":300,\"M3U8\":21600},\"Format\":[\"mp4\",\"flv\"]}"));
        assertThat(format.answer("{\"NeedRecord\":false}")).isEqualTo(new Answer(false, "{}"));
    }

    @Test
    void no_format_at_all_is_no_recording() {
        assertThat(format.answer("{\"NeedRecord\":true,\"Format\":[]}").record())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "true", "{}", "{\"NeedRecord\":\"true\"}", "{\"NeedRecord\":1}"})
    void anything_else_is_no_answer(String body) {
        assertThatThrownBy(() -> format.answer(body)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_the_formats_only_texts_are_passed_on() {
        assertThat(format.answer("{\"NeedRecord\":true,\"Format\":[1e99999,\"mp4\",{}]}")
                        .details())
                .isEqualTo("{\"Format\":[\"mp4\"]}");
    }
}
