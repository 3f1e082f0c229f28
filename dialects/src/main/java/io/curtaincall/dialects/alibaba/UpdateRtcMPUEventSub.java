package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes what is sent of an application's subscription and keeps the rest. */
@Component
final class UpdateRtcMPUEventSub implements Operation {
    private final ObjectProvider<RelaySubscriptions> subscriptions;
    private final RelayForm form;

    UpdateRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions, RelayForm form) {
        this.subscriptions = subscriptions;
        this.form = form;
    }

    @Override
    public String action() {
        return "UpdateRtcMPUEventSub";
    }

    @Override
    public int perSecond() {
        return 50;
    }

    @Override
    public Family family() {
        return Family.RELAYS;
    }

    @Override
    public boolean isAvailable() {
        return subscriptions.getIfAvailable() != null;
    }

    @Override
    public Answer answer(Call call) {
        String appId = RelayForm.appId(call);
        String url = form.url(call).orElse(null);
        Set<String> channels = form.channels(call).orElse(null);
        subscriptions.getObject().change(call.account(), AlibabaCallbackFormat.NAME, appId, channels, url);
        return new Answer();
    }
}
