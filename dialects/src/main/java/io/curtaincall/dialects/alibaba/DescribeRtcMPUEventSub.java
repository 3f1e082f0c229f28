package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.dialects.port.RelaySubscription;
import io.curtaincall.dialects.port.RelaySubscriptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells an application's subscription. */
@Component
final class DescribeRtcMPUEventSub extends Operation<RelaySubscriptions> {
    DescribeRtcMPUEventSub(ObjectProvider<RelaySubscriptions> subscriptions) {
        super(Declaration.reading("DescribeRtcMPUEventSub", Family.RELAYS, 50), subscriptions);
    }

    @Override
    Answer answer(Call call) {
        String appId = RelayForm.appId(call);
        RelaySubscription found = port(call)
                .find(call.account(), AlibabaCallbackFormat.NAME, appId)
                .orElseThrow(() -> new NotFound("subscription", appId).refused());
        Answer told = new Answer().with("SubId", found.id()).with("AppId", appId);
        if (!found.channels().isEmpty()) told.with("ChannelIds", String.join(",", found.channels()));
        told.with("CreateTime", Timestamps.format(found.createdAt())).with("CallbackUrl", found.url());
        return new Answer().with("SubInfo", told);
    }
}
