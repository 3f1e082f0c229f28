package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes what is sent of a domain's config and keeps the rest. */
@Component
final class UpdateLiveRecordNotifyConfig extends Operation<DialectConfigs> {
    private final RecordingConfigs form;

    UpdateLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs, RecordingConfigs form) {
        super(Declaration.writing("UpdateLiveRecordNotifyConfig", Family.CONFIGS, 30), configs);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        port(call).change(RecordingConfigs.scope(call), form.change(call));
        return new Answer();
    }
}
