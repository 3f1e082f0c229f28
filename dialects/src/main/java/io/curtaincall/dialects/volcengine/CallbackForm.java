package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a callback config from parameters, whole: what is not sent has its default, whatever it was before. */
@Component
final class CallbackForm {
    static final String TRANSCODED = "TranscodeCallback";
    static final String UNSIGNED = "none";
    private static final String DETAILS = "CallbackDetailList";
    private static final String URL = "URL";
    private static final String KEY = "AuthKeyPrimary";
    private static final int LONGEST_URL = 100;

    /** The console makes keys of up to 32 letters and digits; the vendor's samples have longer ones with hyphens. */
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,128}");

    private final EgressPolicy egress;

    CallbackForm(EgressPolicy egress) {
        this.egress = egress;
    }

    /** @throws VolcengineRefusal if what is sent does not hold */
    DialectConfig read(Call call) {
        Parameters parameters = call.parameters();
        EventType type = CallbackChoice.messageType(parameters.required(CallbackChoice.MESSAGE_TYPE));
        CallbackChoice choice = CallbackChoice.of(parameters);
        int transcoded = parameters.number(TRANSCODED, 0, 1, 0);
        String url = url(parameters);
        boolean signs = parameters.flag("AuthEnable");
        String key = key(parameters, signs);
        return new DialectConfig(
                new ConfigScope(
                        call.account(),
                        VolcengineCallbackFormat.NAME,
                        choice.domain(),
                        choice.app().orElse(CallbackChoice.ALL_APPS),
                        type.messageType()),
                url,
                type.topics(),
                signs ? VolcengineCallbackFormat.SIGNING : UNSIGNED,
                key,
                null,
                Map.of(TRANSCODED, Integer.toString(transcoded)));
    }

    private String url(Parameters parameters) {
        List<Parameters> details = parameters.objects(DETAILS);
        if (details.size() != 1) throw Parameters.invalid(DETAILS, "must hold one callback");
        Parameters detail = details.getFirst();
        if (!detail.required("CallbackType").equals("http")) {
            throw Parameters.invalid("CallbackType", "must be http");
        }
        String url = detail.required(URL);
        if (url.length() > LONGEST_URL) {
            throw Parameters.invalid(URL, "must have at most " + LONGEST_URL + " characters");
        }
        egress.checkUrl(url).ifPresent(refusal -> {
            throw Parameters.invalid(URL, refusal.malformed() ? "is not a callback address" : "is not safe to call");
        });
        return url;
    }

    private static @Nullable String key(Parameters parameters, boolean signs) {
        String key = parameters.text(KEY).orElse(null);
        if (key == null && signs) throw Parameters.invalid(KEY, "is required if AuthEnable is true");
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            throw Parameters.invalid(KEY, "must be 1 to 128 visible ASCII characters");
        }
        return key;
    }
}
