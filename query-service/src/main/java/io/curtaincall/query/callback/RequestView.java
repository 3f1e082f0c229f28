package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.curtaincall.events.callback.CallbackEvent.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent.
 *
 * @param body null where it is {@code liveEvent}, or left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestView(
        String method,
        String url,
        Map<String, String> headers,
        int bodyBytes,
        String bodySha256,
        @Nullable String body) {

    RequestView withoutBody() {
        return new RequestView(method, url, headers, bodyBytes, bodySha256, null);
    }

    /** @param planned the body as planned, null where it is the live event itself */
    static RequestView of(Request request, @Nullable String planned) {
        return new RequestView(
                request.method(),
                request.url(),
                Redaction.of(request.headers()),
                request.bodyBytes(),
                request.bodySha256(),
                request.body() == null ? planned : request.body());
    }
}
