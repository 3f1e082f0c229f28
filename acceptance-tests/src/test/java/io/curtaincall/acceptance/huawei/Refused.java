package io.curtaincall.acceptance.huawei;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal as the SDK's own exception tells it. */
public record Refused(int status, String code, String message, String requestId) {
    /** {@code uuid-milliseconds-host}. */
    private static final String REQUEST_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{13}-[A-Za-z0-9.-]+";

    /** @throws IllegalStateException if it is answered */
    public static Refused of(Runnable call) {
        return ifAny(call).orElseThrow(() -> new IllegalStateException("this was answered"));
    }

    /** Nothing if it is answered. */
    public static Optional<Refused> ifAny(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (ClientRequestException refused) {
            return Optional.of(new Refused(
                    refused.getHttpStatusCode(),
                    text(refused.getErrorCode()),
                    text(refused.getErrorMsg()),
                    text(refused.getRequestId())));
        }
    }

    /** Whether it was refused so, with a message and an id by which the request is found again. */
    public boolean is(int asStatus, String asCode) {
        return status == asStatus && code.equals(asCode) && !message.isBlank() && requestId.matches(REQUEST_ID);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
