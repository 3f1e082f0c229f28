package io.curtaincall.query.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code query.retention.*}; every key and its default is here and nowhere else.
 *
 * @param look how often records whose time is over are looked for
 * @param pause between two removals of up to 1,000 records, so that queries are not held up
 */
@ConfigurationProperties("query.retention")
record RetentionProperties(
        @DefaultValue("1h") Duration look,
        @DefaultValue("100ms") Duration pause) {}
