package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.RelaySubscriptions;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Subscribes to the relay events of an application: one subscription for each. */
@Component
final class CreateRtcMPUEventSub extends Operation<RelaySubscriptions> {
    private final RelayForm form;

    CreateRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions, RelayForm form) {
        super(Declaration.writing("CreateRtcMPUEventSub", Family.RELAYS, 50), subscriptions);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        String appId = RelayForm.appId(call);
        String url = form.requiredUrl(call);
        Set<String> channels = form.channels(call).orElse(Set.of());
        return new Answer()
                .with(
                        "SubId",
                        port(call)
                                .add(call.account(), AlibabaCallbackFormat.NAME, appId, channels, url)
                                .id());
    }
}
