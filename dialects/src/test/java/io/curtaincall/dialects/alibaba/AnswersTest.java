package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.alibaba.Answer.Items;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswersTest {
    private static final Answer LISTS = new Answer()
            .with("Count", 1)
            .with("HasMore", false)
            .with("Logs", new Items("SubInfo", List.of(new Answer().with("Data", "a<b"))))
            .with("None", new Items("Callback", List.of()))
            .with("SubInfo", new Answer().with("AppId", "app"));

    @Test
    void lists_are_flat_in_json() {
        assertThat(new String(JsonAnswer.bytes(LISTS), StandardCharsets.UTF_8))
                .isEqualTo("{\"Count\":1,\"HasMore\":false,\"Logs\":[{\"Data\":\"a<b\"}],\"None\":[],"
                        + "\"SubInfo\":{\"AppId\":\"app\"}}");
    }

    @Test
    void lists_are_wrapped_in_xml() {
        assertThat(new String(XmlAnswer.bytes("R", LISTS), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><R><Count>1</Count><HasMore>false</HasMore>"
                        + "<Logs><SubInfo><Data>a&lt;b</Data></SubInfo></Logs><None/>"
                        + "<SubInfo><AppId>app</AppId></SubInfo></R>");
    }

    @Property(tries = 500)
    void any_text_makes_well_formed_answers_that_say_it(@ForAll String text) throws Exception {
        String kept = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(new JsonMapper()
                        .readTree(JsonAnswer.bytes(new Answer().with("T", text)))
                        .get("T")
                        .stringValue())
                .isEqualTo(kept);
        var factory = DocumentBuilderFactory.newInstance();
        String read = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(XmlAnswer.bytes("R", new Answer().with("T", text))))
                .getDocumentElement()
                .getTextContent();
        assertThat(read)
                .isEqualTo(text.replaceAll(
                        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD"));
    }
}
