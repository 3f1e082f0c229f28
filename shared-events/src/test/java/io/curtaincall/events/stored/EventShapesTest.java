package io.curtaincall.events.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventShapesTest {
    @Test
    void a_field_more_however_deep_makes_another_fingerprint() {
        String before = fingerprint("1", Before.class);

        assertThat(fingerprint("1", Before.class)).isEqualTo(before);
        assertThat(fingerprint("1", Wider.class)).isNotEqualTo(before);
        assertThat(fingerprint("1", WiderWithin.class)).isNotEqualTo(before);
        assertThat(fingerprint("2", Before.class)).isNotEqualTo(before);
    }

    private static String fingerprint(String revision, Class<?> type) {
        return EventShapes.fingerprint(List.of(new StoredEvent("a.happened", revision, type)));
    }

    private record Before(String a, List<Part> parts) {}

    private record Wider(String a, List<Part> parts, String b) {}

    private record WiderWithin(String a, List<WiderPart> parts) {}

    private record Part(String c) {}

    private record WiderPart(String c, String d) {}
}
