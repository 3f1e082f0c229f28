package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes a domain's config. */
@Component
final class DeleteLiveRecordNotifyConfig extends Operation<DialectConfigs> {
    DeleteLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs) {
        super(Declaration.writing("DeleteLiveRecordNotifyConfig", Family.CONFIGS, 30), configs);
    }

    @Override
    Answer answer(Call call) {
        port().remove(RecordingConfigs.scope(call));
        return new Answer();
    }
}
