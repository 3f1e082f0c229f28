package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends an application's subscription. */
@Component
final class DeleteRtcMPUEventSub extends Operation<RelaySubscriptions> {
    DeleteRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions) {
        super(Declaration.writing("DeleteRtcMPUEventSub", Family.RELAYS, 50), subscriptions);
    }

    @Override
    Answer answer(Call call) {
        port(call).remove(call.account(), AlibabaCallbackFormat.NAME, RelayForm.appId(call));
        return new Answer();
    }
}
