package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.problem.Problem;
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
        super(new Declaration("UpdateCallback", 10), configs);
        this.form = form;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        DialectConfig wanted = form.read(call);
        boolean kept = did(() -> port().change(wanted.scope(), known -> wanted), NotFound.class)
                || did(() -> port().add(wanted), Conflict.class);
        // somebody else added it in between
        if (!kept) port().change(wanted.scope(), known -> wanted);
        return Optional.empty();
    }

    private static boolean did(Runnable step, Class<? extends Problem> unless) {
        try {
            step.run();
            return true;
        } catch (RefusedException refusal) {
            if (unless.isInstance(refusal.problem())) return false;
            throw refusal;
        }
    }
}
