package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes what is sent of an application's subscription and keeps the rest. */
@Component
final class UpdateRtcMPUEventSub extends Operation<RelaySubscriptions> {
    private final RelayForm form;

    UpdateRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions, RelayForm form) {
        super(Declaration.writing("UpdateRtcMPUEventSub", Family.RELAYS, 50), subscriptions);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        String appId = RelayForm.appId(call);
        String url = form.url(call).orElse(null);
        Set<String> channels = form.channels(call).orElse(null);
        port(call).change(call.account(), AlibabaCallbackFormat.NAME, appId, channels, url);
        return new Answer();
    }
}
