package io.curtaincall.dialects.huawei;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
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
        return new Answer(RecordCallbackView.of(added(form.added(call), configs(call))));
    }

    /** What is in the way of a new configuration is another for the same, or that the domain has as many as it may. */
    private static Kept added(DialectConfig config, DialectConfigs configs) {
        try {
            return configs.add(config);
        } catch (RefusedException e) {
            if (!(e.problem() instanceof Conflict conflict)) throw e;
            boolean exists = configs.find(config.scope()).isPresent();
            throw (exists ? HuaweiError.EXISTS : HuaweiError.FULL)
                    .because(conflict.why())
                    .refused();
        }
    }
}
