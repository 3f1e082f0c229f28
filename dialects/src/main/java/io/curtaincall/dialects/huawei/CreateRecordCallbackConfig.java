package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the one configuration of a domain's application, or of all its applications. */
@Component
final class CreateRecordCallbackConfig extends CallbackOperation {
    private final RecordCallbackForm form;

    CreateRecordCallbackConfig(ObjectProvider<DialectConfigs> configs, Gate gate, RecordCallbackForm form) {
        super(Declaration.ofCallbacks("CreateRecordCallbackConfig", "POST", 201), configs, gate);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        return new Answer(RecordCallbackView.of(configs().add(form.added(call))));
    }
}
