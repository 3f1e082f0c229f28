package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes what is sent of a domain's config and keeps the rest. */
@Component
final class UpdateLiveRecordNotifyConfig implements Operation {
    private final ObjectProvider<DialectConfigs> configs;
    private final RecordingConfigs form;

    UpdateLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs, RecordingConfigs form) {
        this.configs = configs;
        this.form = form;
    }

    @Override
    public String action() {
        return "UpdateLiveRecordNotifyConfig";
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
        configs.getObject().change(RecordingConfigs.scope(call), known -> form.changed(known, call));
        return new Answer();
    }
}
