package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One error and the call that meets it: a good {@code UpdateCallback} but for what is said here. */
final class ErrorRow {
    private final VolcengineError error;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String action = "UpdateCallback";
    private @Nullable UnaryOperator<String> meddling;
    private UnaryOperator<LiveCallbacksSdk> signing = sdk -> sdk;
    private Duration clock = Duration.ZERO;
    private boolean crowded;

    private ErrorRow(VolcengineError error) {
        this.error = error;
        with("Vhost", "volcrows.example.com").with("MessageType", "push");
        with("CallbackDetailList", List.of(Map.of("CallbackType", "http", "URL", "https://8.8.8.8/cb")));
    }

    static ErrorRow of(VolcengineError error) {
        return new ErrorRow(error);
    }

    ErrorRow with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    ErrorRow deleting() {
        action = "DeleteCallback";
        parameters.remove("CallbackDetailList");
        return this;
    }

    /** Of what the SDK sends. */
    ErrorRow changing(String pattern, String replacement) {
        meddling = request -> request.replaceFirst(pattern, replacement);
        return this;
    }

    ErrorRow signing(UnaryOperator<LiveCallbacksSdk> otherwise) {
        signing = otherwise;
        return this;
    }

    /** By so many minutes the server's time differs. */
    ErrorRow clock(int minutes) {
        clock = Duration.ofMinutes(minutes);
        return this;
    }

    ErrorRow crowded() {
        crowded = true;
        return this;
    }

    VolcengineError error() {
        return error;
    }

    String action() {
        return action;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether a model can hold the parameters. */
    boolean isTyped() {
        return parameters.get("MessageType") instanceof String;
    }

    boolean isMeddledWith() {
        return meddling != null;
    }

    String meddled(String request) {
        return meddling == null ? request : meddling.apply(request);
    }

    LiveCallbacksSdk sdk(URI address, String keyId) {
        return signing.apply(LiveCallbacksSdk.at(address, keyId, DialectProcess.SECRET));
    }

    Duration clock() {
        return clock;
    }

    boolean isCrowded() {
        return crowded;
    }

    @Override
    public String toString() {
        return error.status() + " " + error.code() + " " + error.message();
    }
}
