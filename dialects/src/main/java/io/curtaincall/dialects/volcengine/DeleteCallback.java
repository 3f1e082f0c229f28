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
        super(new Declaration("DeleteCallback", 10), configs);
        this.domains = domains;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        CallbackChoice choice = CallbackChoice.of(call.parameters());
        domains.require(call.account(), choice.domain());
        List<ConfigScope> scopes = port().all(call.account(), VolcengineCallbackFormat.NAME).stream()
                .map(kept -> kept.config().scope())
                .filter(choice::covers)
                .toList();
        if (scopes.isEmpty()) throw new NotFound("callback config", choice.domain()).refused();
        scopes.forEach(this::remove);
        return Optional.empty();
    }

    private void remove(ConfigScope scope) {
        try {
            port().remove(scope);
        } catch (RefusedException refusal) {
            // somebody else removed it in between, which must not keep the others
            if (!(refusal.problem() instanceof NotFound)) throw refusal;
        }
    }
}
