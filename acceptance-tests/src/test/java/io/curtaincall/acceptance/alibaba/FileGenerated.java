package io.curtaincall.acceptance.alibaba;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The body that tells of a generated file, field by field as documented. */
public record FileGenerated(
        String domain,
        String app,
        String stream,
        String uri,
        double duration,
        @JsonProperty("start_time") long startTime,
        @JsonProperty("stop_time") long stopTime,
        @JsonProperty("push_args") Map<String, String> pushArgs) {}
