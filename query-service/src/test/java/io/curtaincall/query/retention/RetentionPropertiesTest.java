package io.curtaincall.query.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionPropertiesTest {
    @Test
    void records_are_looked_after_every_hour_and_removed_with_pauses() {
        RetentionProperties defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("query.retention", RetentionProperties.class);
        assertThat(defaults).isEqualTo(new RetentionProperties(Duration.ofHours(1), Duration.ofMillis(100)));
    }
}
