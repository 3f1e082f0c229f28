package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes a domain's config. */
@Component
final class DeleteLiveRecordNotifyConfig implements Operation {
    private final ObjectProvider<DialectConfigs> configs;

    DeleteLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs) {
        this.configs = configs;
    }

    @Override
    public String action() {
        return "DeleteLiveRecordNotifyConfig";
    }

    @Override
    public int perSecond() {
        return 30;
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
        configs.getObject().remove(RecordingConfigs.scope(call));
        return new Answer();
    }
}
