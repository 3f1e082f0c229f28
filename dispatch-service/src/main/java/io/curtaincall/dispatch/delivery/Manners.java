package io.curtaincall.dispatch.delivery;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Preset;
import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.sending.Limits;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How callbacks are delivered: what follows an attempt, and how long one may take. */
record Manners(Map<String, Manner> byFormat, Manner usual) {

    /** @param limits null for the usual ones */
    record Manner(DeliveryPolicy policy, @Nullable Limits limits) {
        Manner with(Retry terms) {
            Duration timeout = terms.timeout();
            return new Manner(policy.with(terms), timeout == null ? limits : new Limits(timeout, null));
        }

        Manner withSuccess(Success statuses) {
            return new Manner(policy.withSuccess(statuses), limits);
        }
    }

    static Manners of(DeliveryPolicy usual, CallbackFormats formats) {
        Manner standard = new Manner(usual, null);
        Map<String, Manner> byFormat = formats.all()
                .collect(Collectors.toUnmodifiableMap(CallbackFormat::name, format -> of(standard, format.preset())));
        return new Manners(byFormat, standard);
    }

    private static Manner of(Manner standard, Preset preset) {
        Quick quick = new Quick(preset.quickAttempts(), preset.quickWait(), preset.quickWait(), 0);
        return standard.with(new Retry(null, quick, preset.schedule(), preset.timeout(), preset.deadline()))
                .withSuccess(preset.success());
    }

    /** As the callback was planned, else as its format has it; what counts as success is always the format's. */
    Manner of(PlannedCallback callback) {
        Manner ofFormat = byFormat.getOrDefault(callback.format(), usual);
        return callback.terms()
                .map(terms -> base(terms, ofFormat)
                        .with(terms)
                        .withSuccess(ofFormat.policy().success()))
                .orElse(ofFormat);
    }

    /** A preset that is no format's is the installation's own. */
    private Manner base(Retry terms, Manner ofFormat) {
        return terms.preset() == null ? ofFormat : byFormat.getOrDefault(terms.preset(), usual);
    }
}
