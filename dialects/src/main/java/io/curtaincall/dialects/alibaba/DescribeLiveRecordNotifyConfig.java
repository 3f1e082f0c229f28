package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a domain's config. The key is told in clear: it is the account's own, and its clients write back what they read. */
@Component
final class DescribeLiveRecordNotifyConfig extends Operation<DialectConfigs> {
    DescribeLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs) {
        super(Declaration.reading("DescribeLiveRecordNotifyConfig", Family.CONFIGS, 50), configs);
    }

    @Override
    Answer answer(Call call) {
        ConfigScope scope = RecordingConfigs.scope(call);
        DialectConfig config =
                port(call).find(scope).orElseThrow(() -> new NotFound("notify config", scope.domain()).refused());
        return new Answer()
                .with(
                        "LiveRecordNotifyConfig",
                        new Answer()
                                .with("DomainName", scope.domain())
                                .with("NotifyUrl", config.url())
                                .with("OnDemandUrl", Objects.requireNonNullElse(config.onDemandUrl(), ""))
                                .with("NeedStatusNotify", RecordingConfigs.tellsStatus(config))
                                .with("NotifyReqAuth", RecordingConfigs.signs(config))
                                .with("NotifyAuthKey", Objects.requireNonNullElse(config.key(), "")));
    }
}
