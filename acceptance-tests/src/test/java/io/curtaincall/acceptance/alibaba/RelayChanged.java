package io.curtaincall.acceptance.alibaba;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The body that tells of a mixed-stream relay, field by field as documented. */
@JsonNaming(UpperCamelCaseStrategy.class)
public record RelayChanged(
        int eventType, String msgId, String appId, String subId, String taskId, long callbackTs, Payload payload) {
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Payload(String dstUrl, long eventTs, int eventCode, int errorCode, String errorMessage) {}
}
