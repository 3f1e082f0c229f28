package io.curtaincall.events.callback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Responded.class, name = "responded"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Interrupted.class, name = "interrupted")
})
public sealed interface Outcome {
    /**
     * The receiver answered; whether that is success is the verdict's matter.
     *
     * @param body base64 of at most 64 KiB, as received
     * @param truncated whether the body was longer
     * @param bodyError why the body did not end well, null if it did
     */
    record Responded(
            int status,
            Map<String, String> headers,
            String body,
            boolean truncated,
            @Nullable String bodyError) implements Outcome {}

    /**
     * No usable answer.
     *
     * @param message without anything of a body
     * @param bodySoFar base64 of the first bytes of a body that did not end in time, null where there is none
     */
    record Failed(
            FailureClass failure, String message, @Nullable String bodySoFar) implements Outcome {
        /** One that has nothing of a body. */
        public Failed(FailureClass failure, String message) {
            this(failure, message, null);
        }
    }

    /** The process ended with the attempt perhaps under way; the receiver may or may not have seen it. */
    record Interrupted(String reason) implements Outcome {}

    /** Why there was no usable answer. */
    enum FailureClass {
        @JsonProperty("timeout")
        TIMEOUT,
        @JsonProperty("dns_failed")
        DNS_FAILED,
        @JsonProperty("unsafe_address")
        UNSAFE_ADDRESS,
        @JsonProperty("connection_refused")
        CONNECTION_REFUSED,
        @JsonProperty("connection_failed")
        CONNECTION_FAILED,
        /** For none of the reasons that have a name of their own. */
        @JsonProperty("tls_failed")
        TLS_FAILED,
        @JsonProperty("tls_expired")
        TLS_EXPIRED,
        @JsonProperty("tls_wrong_name")
        TLS_WRONG_NAME,
        @JsonProperty("tls_untrusted")
        TLS_UNTRUSTED,
        @JsonProperty("tls_too_old")
        TLS_TOO_OLD,
        /** The operator's egress proxy refused, or was not there. */
        @JsonProperty("proxy_failed")
        PROXY_FAILED,
        @JsonProperty("response_header_too_large")
        RESPONSE_HEADER_TOO_LARGE,
        @JsonProperty("protocol_error")
        PROTOCOL_ERROR,
        @JsonProperty("not_sent")
        NOT_SENT
    }
}
