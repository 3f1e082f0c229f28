package io.curtaincall.events.callback;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.util.regex.Pattern;

/**
 * Names one live event for one config, the same in every attempt and every process: {@code cb_<live event key>_<hash of
 * the config id>}, so the live event is found from the callback without a look-up table. Where a config is told of the
 * event by several messages, the hash is of the message's name too.
 */
public record CallbackId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("cb_[0-9a-v]{26}_[0-9a-v]{13}");

    @JsonCreator
    public CallbackId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a callback id: " + value);
    }

    public static CallbackId of(LiveEventKey key, NotifyConfigId configId) {
        return of(key, configId.value());
    }

    /** @param message empty if it is the only one */
    public static CallbackId of(LiveEventKey key, NotifyConfigId configId, String message) {
        return message.isEmpty() ? of(key, configId) : of(key, configId.value() + "/" + message);
    }

    private static CallbackId of(LiveEventKey key, String told) {
        return new CallbackId("cb_" + key.value() + "_" + LiveEventKey.shortHash(told, 8, 13));
    }

    public LiveEventKey liveEventKey() {
        return new LiveEventKey(value.substring(3, 29));
    }

    @Override
    public String toString() {
        return value;
    }
}
