package io.curtaincall.acceptance.volcengine;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.volcengine.ApiException;
import com.volcengine.model.Error;
import com.volcengine.model.ResponseMetadata;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A refusal as an SDK's own exception tells it.
 *
 * @param status 0 where the exception does not tell
 * @param number 0 where there is none
 */
public record Refused(int status, int number, String code, String message, String requestId) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOO_OFTEN = "FlowLimitExceeded";

    /** Asks again while it is asked too often, as the newer SDK does by itself. */
    public static Refused whenever(Callable<?> call) {
        return await().atMost(PATIENCE).until(() -> of(call), refused -> !refused.isTooOften());
    }

    /** @throws IllegalStateException if it is answered, or refused in a way that is not the SDK's own */
    public static Refused of(Callable<?> call) {
        return ifAny(call).orElseThrow(() -> new IllegalStateException("this was answered"));
    }

    /** Nothing if it is answered. */
    public static Optional<Refused> ifAny(Callable<?> call) {
        try {
            call.call();
            return Optional.empty();
        } catch (ApiException refused) {
            return Optional.of(of(refused));
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception refused) {
            return Optional.of(of(refused));
        }
    }

    private static Refused of(ApiException refused) {
        ResponseMetadata metadata = Objects.requireNonNull(refused.getResponseMetadata());
        Error error = metadata.getError();
        return new Refused(
                refused.getCode(),
                Objects.requireNonNullElse(error.getCodeN(), 0),
                error.getCode(),
                error.getMessage(),
                metadata.getRequestId());
    }

    /** The service classes have no exception of their own; what is refused is its whole message. */
    private static Refused of(Exception refused) {
        try {
            JsonNode metadata =
                    JSON.readTree(String.valueOf(refused.getMessage())).path("ResponseMetadata");
            JsonNode error = metadata.path("Error");
            return new Refused(
                    0,
                    error.path("CodeN").asInt(0),
                    error.path("Code").asText(),
                    error.path("Message").asText(),
                    metadata.path("RequestId").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not as the SDK refuses", refused);
        }
    }

    public boolean isTooOften() {
        return code.equals(TOO_OFTEN);
    }

    /** Whether it was refused so, with a message and an id by which the request is found again. */
    public boolean is(int asStatus, int asNumber, String asCode) {
        return (status == 0 || status == asStatus)
                && number == asNumber
                && code.equals(asCode)
                && !message.isBlank()
                && requestId.matches("20[0-9]{12}[0-9A-F]{20}");
    }
}
