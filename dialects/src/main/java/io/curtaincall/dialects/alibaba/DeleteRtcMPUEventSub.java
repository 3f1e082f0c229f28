package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends an application's subscription. */
@Component
final class DeleteRtcMPUEventSub implements Operation {
    private final ObjectProvider<RelaySubscriptions> subscriptions;

    DeleteRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String action() {
        return "DeleteRtcMPUEventSub";
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
        subscriptions.getObject().remove(call.account(), AlibabaCallbackFormat.NAME, RelayForm.appId(call));
        return new Answer();
    }
}
