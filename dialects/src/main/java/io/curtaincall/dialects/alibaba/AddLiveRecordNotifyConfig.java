package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the one config of a domain. */
@Component
final class AddLiveRecordNotifyConfig implements Operation {
    private final ObjectProvider<DialectConfigs> configs;
    private final RecordingConfigs form;

    AddLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs, RecordingConfigs form) {
        this.configs = configs;
        this.form = form;
    }

    @Override
    public String action() {
        return "AddLiveRecordNotifyConfig";
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
        configs.getObject().add(form.added(call));
        return new Answer();
    }
}
