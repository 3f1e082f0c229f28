package io.curtaincall.acceptance.alibaba;

import com.aliyun.tea.TeaException;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.exceptions.ServerException;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refusal as an SDK's own exception tells it. */
public record Refused(int status, String code, String message, String requestId) {
    /** @throws IllegalStateException if it is answered, or refused in a way that is not the SDK's own */
    public static Refused of(Wire wire, LiveSdk sdk, String action, Map<String, ?> parameters) {
        try {
            Object answer = wire.call(sdk, action, parameters);
            throw new IllegalStateException(wire + " " + action + parameters + " was answered: " + answer);
        } catch (ClientException older) {
            return of(older, sdk.lastStatus());
        } catch (TeaException newer) {
            return of(newer);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(wire + " " + action + parameters, unexpected);
        }
    }

    private static Refused of(ClientException refused, int status) {
        if ((status >= 500) != (refused instanceof ServerException)) {
            throw new IllegalStateException(status + " is no " + refused.getClass(), refused);
        }
        return new Refused(status, refused.getErrCode(), text(refused.getErrMsg()), text(refused.getRequestId()));
    }

    private static Refused of(TeaException refused) {
        Map<String, Object> envelope = Objects.requireNonNull(refused.getData());
        return new Refused(
                Objects.requireNonNull(refused.getStatusCode()),
                refused.getCode(),
                text(envelope.get("Message")),
                text(envelope.get("RequestId")));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "").toString();
    }
}
