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
final class DescribeLiveRecordNotifyConfig implements Operation {
    private final ObjectProvider<DialectConfigs> configs;

    DescribeLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs) {
        this.configs = configs;
    }

    @Override
    public String action() {
        return "DescribeLiveRecordNotifyConfig";
    }

    @Override
    public int perSecond() {
        return 50;
    }

    @Override
    public Family family() {
        return Family.CONFIGS;
    }

    @Override
    public boolean isAvailable() {
        return configs.getIfAvailable() != null;
    }

    @Override
    public Answer answer(Call call) {
        ConfigScope scope = RecordingConfigs.scope(call);
        DialectConfig config = configs.getObject()
                .find(scope)
                .orElseThrow(() -> new NotFound("notify config", scope.domain()).refused());
        return new Answer()
                .with(
                        "LiveRecordNotifyConfig",
                        new Answer()
                                .with("DomainName", scope.domain())
                                .with("NotifyUrl", config.url())
                                .with("OnDemandUrl", Objects.requireNonNullElse(config.onDemandUrl(), ""))
                                .with("NeedStatusNotify", RecordingConfigs.tellsStatus(config))
                                .with("NotifyReqAuth", config.key() != null)
                                .with("NotifyAuthKey", Objects.requireNonNullElse(config.key(), "")));
    }
}
