package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.egress.EgressPolicy;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads subscriptions to mixed-stream relay events from parameters. */
@Component("alibabaRelayForm")
final class RelayForm {
    private static final String APP_ID = "AppId";
    private static final String CHANNEL_IDS = "ChannelIds";
    private static final String CALLBACK_URL = "CallbackUrl";
    private static final int MOST_CHANNELS = 20;
    private static final int LONGEST_URL = 2083;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** As documented, and the colon that the scheme needs. */
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9_?%=#./+:-]+");

    private final EgressPolicy egress;

    RelayForm(EgressPolicy egress) {
        this.egress = egress;
    }

    static String appId(Call call) {
        String appId = call.parameters().required(APP_ID);
        if (!ID.matcher(appId).matches()) {
            throw call.parameters().invalid(APP_ID, "must be up to 64 letters, digits, underscores and hyphens");
        }
        return appId;
    }

    String requiredUrl(Call call) {
        call.parameters().required(CALLBACK_URL);
        return url(call).orElseThrow();
    }

    Optional<String> url(Call call) {
        Optional<String> url = call.parameters().text(CALLBACK_URL);
        url.ifPresent(text -> requireCallable(text, call.parameters()));
        return url;
    }

    /** Nothing if they are not sent, none if they are sent empty, which stands for all. */
    Optional<Set<String>> channels(Call call) {
        return call.parameters().raw(CHANNEL_IDS).map(text -> {
            List<String> ids = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
            Set<String> once = new LinkedHashSet<>(ids);
            boolean valid = once.size() == ids.size()
                    && ids.size() <= MOST_CHANNELS
                    && ids.stream().allMatch(id -> ID.matcher(id).matches());
            if (valid) return Collections.unmodifiableSet(once);
            throw call.parameters()
                    .invalid(CHANNEL_IDS, "must be up to 20 different ids of letters, digits, underscores and hyphens");
        });
    }

    private void requireCallable(String url, Parameters parameters) {
        if (url.length() > LONGEST_URL || !URL.matcher(url).matches()) {
            throw parameters.invalid(CALLBACK_URL, "is malformed");
        }
        egress.checkUrl(url).ifPresent(refusal -> {
            throw parameters.invalid(CALLBACK_URL, refusal.malformed() ? "is malformed" : "is not safe");
        });
    }
}
