package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Adds the config of a scope or puts another in its place. */
@Component
final class UpdateCallback extends Operation<DialectConfigs> {
    private final CallbackForm form;

    UpdateCallback(ObjectProvider<DialectConfigs> configs, CallbackForm form) {
        super(Declaration.writing("UpdateCallback", 10), configs);
        this.form = form;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        DialectConfig wanted = form.read(call);
        DialectConfigs configs = port(call);
        if (!hasReplaced(wanted, configs)) add(wanted, configs);
        return Optional.empty();
    }

    private static void add(DialectConfig wanted, DialectConfigs configs) {
        try {
            configs.add(wanted);
        } catch (RefusedException refusal) {
            // somebody else added it in between; if nobody did, the domain has as many as it may
            if (!(refusal.problem() instanceof Conflict) || !hasReplaced(wanted, configs)) throw refusal;
        }
    }

    /** @return whether there was one */
    private static boolean hasReplaced(DialectConfig wanted, DialectConfigs configs) {
        try {
            configs.change(wanted.scope(), known -> wanted);
            return true;
        } catch (RefusedException refusal) {
            if (refusal.problem() instanceof NotFound) return false;
            throw refusal;
        }
    }
}
