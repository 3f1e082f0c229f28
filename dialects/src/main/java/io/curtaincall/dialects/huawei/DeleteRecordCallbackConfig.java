package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.DialectConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes a configuration; nobody is called by it any more. */
@Component
final class DeleteRecordCallbackConfig extends CallbackOperation {
    DeleteRecordCallbackConfig(ObjectProvider<DialectConfigs> configs, Gate gate) {
        super(Declaration.ofCallback("DeleteRecordCallbackConfig", "DELETE", 204), configs, gate);
    }

    @Override
    Answer answer(Call call) {
        configs(call).remove(named(call).config().scope());
        return Answer.EMPTY;
    }
}
