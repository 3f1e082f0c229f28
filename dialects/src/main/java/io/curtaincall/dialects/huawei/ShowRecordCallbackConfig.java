package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells one configuration. */
@Component
final class ShowRecordCallbackConfig extends CallbackOperation {
    ShowRecordCallbackConfig(ObjectProvider<DialectConfigs> configs, Gate gate) {
        super(Declaration.ofCallback("ShowRecordCallbackConfig", "GET", 200), configs, gate);
    }

    @Override
    Answer answer(Call call) {
        return new Answer(RecordCallbackView.of(named(call)));
    }
}
