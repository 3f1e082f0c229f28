package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Subscribes to the relay events of an application: one subscription for each. */
@Component
final class CreateRtcMPUEventSub implements Operation {
    private final ObjectProvider<RelaySubscriptions> subscriptions;
    private final RelayForm form;

    CreateRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions, RelayForm form) {
        this.subscriptions = subscriptions;
        this.form = form;
    }

    @Override
    public String action() {
        return "CreateRtcMPUEventSub";
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
        String url = form.requiredUrl(call);
        Set<String> channels = form.channels(call).orElse(Set.of());
        return new Answer()
                .with(
                        "SubId",
                        subscriptions
                                .getObject()
                                .add(call.account(), AlibabaCallbackFormat.NAME, appId, channels, url)
                                .id());
    }
}
