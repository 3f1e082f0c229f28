package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the one config of a domain. */
@Component
final class AddLiveRecordNotifyConfig extends Operation<DialectConfigs> {
    private final RecordingConfigs form;

    AddLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs, RecordingConfigs form) {
        super(Declaration.writing("AddLiveRecordNotifyConfig", Family.CONFIGS, 30), configs);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        port().add(form.added(call));
        return new Answer();
    }
}
