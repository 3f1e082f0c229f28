package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes what is sent of a configuration and keeps the rest. */
@Component
final class UpdateRecordCallbackConfig extends CallbackOperation {
    private final RecordCallbackForm form;

    UpdateRecordCallbackConfig(ObjectProvider<DialectConfigs> configs, Gate gate, RecordCallbackForm form) {
        super(Declaration.ofCallback("UpdateRecordCallbackConfig", "PUT", 200), configs, gate);
        this.form = form;
    }

    @Override
    Answer answer(Call call) {
        UnaryOperator<DialectConfig> change = form.change(call);
        Kept known = named(call);
        return new Answer(
                RecordCallbackView.of(configs(call).change(known.config().scope(), change)));
    }
}
