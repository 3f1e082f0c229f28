package io.curtaincall.dispatch.delivery;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Preset;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.sending.Limits;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How callbacks of each format are delivered: what follows an attempt, and how long one may take. */
record Manners(Map<String, Manner> byFormat, Manner usual) {

    /** @param limits null for the usual ones */
    record Manner(DeliveryPolicy policy, @Nullable Limits limits) {}

    static Manners of(DeliveryPolicy usual, CallbackFormats formats) {
        Map<String, Manner> byFormat = formats.all()
                .collect(Collectors.toUnmodifiableMap(CallbackFormat::name, format -> of(usual, format.preset())));
        return new Manners(byFormat, new Manner(usual, null));
    }

    private static Manner of(DeliveryPolicy usual, Preset preset) {
        DeliveryPolicy quick =
                usual.withQuick(preset.quickAttempts(), preset.quickWait()).withSuccess(preset.success());
        return new Manner(
                preset.schedule() == null ? quick : quick.withSchedule(preset.schedule()),
                new Limits(preset.timeout(), null));
    }

    /** The format's, but for the schedule that the callback was planned with, if it was. */
    DeliveryPolicy policy(PlannedCallback callback) {
        DeliveryPolicy ofFormat = of(callback.format()).policy();
        return callback.schedule() == null ? ofFormat : ofFormat.withSchedule(callback.schedule());
    }

    Manner of(String format) {
        return byFormat.getOrDefault(format, usual);
    }
}
