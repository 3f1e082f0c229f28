package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfigs;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Removes all of a domain's configs that are meant. */
@Component
final class DeleteCallback extends Operation<DialectConfigs> {
    private final OwnDomains domains;

    DeleteCallback(ObjectProvider<DialectConfigs> configs, OwnDomains domains) {
        super(Declaration.writing("DeleteCallback", 10), configs);
        this.domains = domains;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        CallbackChoice choice = CallbackChoice.of(call.parameters());
        domains.require(call.admitted(), choice.domain());
        List<ConfigScope> scopes = port(call).all(call.account(), VolcengineCallbackFormat.NAME).stream()
                .map(kept -> kept.config().scope())
                .filter(choice::covers)
                .toList();
        if (scopes.isEmpty()) throw new NotFound("callback config", choice.domain()).refused();
        scopes.forEach(scope -> remove(scope, port(call)));
        return Optional.empty();
    }

    private static void remove(ConfigScope scope, DialectConfigs configs) {
        try {
            configs.remove(scope);
        } catch (RefusedException refusal) {
            // somebody else removed it in between, which must not keep the others
            if (!(refusal.problem() instanceof NotFound)) throw refusal;
        }
    }
}
