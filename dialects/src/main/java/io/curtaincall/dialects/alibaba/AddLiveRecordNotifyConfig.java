package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dialects.port.DialectConfig;
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
        add(form.added(call), port(call));
        return new Answer();
    }

    /** What is in the way of a new config is the one there is, or that the domain has as many as it may. */
    private static void add(DialectConfig config, DialectConfigs configs) {
        try {
            configs.add(config);
        } catch (RefusedException e) {
            boolean full = e.problem() instanceof Conflict
                    && configs.find(config.scope()).isEmpty();
            throw full ? AlibabaError.FULL.refused() : e;
        }
    }
}
