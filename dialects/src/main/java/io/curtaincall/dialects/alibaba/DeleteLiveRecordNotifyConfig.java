package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes a domain's config. */
@Component
final class DeleteLiveRecordNotifyConfig extends Operation<DialectConfigs> {
    DeleteLiveRecordNotifyConfig(ObjectProvider<DialectConfigs> configs) {
        super(
                Declaration.writing("DeleteLiveRecordNotifyConfig", Family.CONFIGS, 30)
                        .forbidding(new AlibabaError(400, "Forbidden", "Ram Permission is forbidden.")),
                configs);
    }

    @Override
    Answer answer(Call call) {
        port(call).remove(RecordingConfigs.scope(call));
        return new Answer();
    }
}
