package io.curtaincall.config.hooksource;

import io.curtaincall.config.domain.DomainClaims;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.hook.HookSourceId;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** An account's hook source is for domains of its own; the operator's may be for any and claims none. */
@Component
class AddHookSourceHandler {
    private final Repository<HookSource> sources;
    private final DomainClaims domains;
    private final Clock clock;

    AddHookSourceHandler(Repository<HookSource> sources, DomainClaims domains, Clock clock) {
        this.sources = sources;
        this.domains = domains;
        this.clock = clock;
    }

    @CommandHandler
    HookSourceId handle(AddHookSource command) throws Exception {
        AccountId account = command.accountId();
        if (account != null) {
            for (String domain : command.added(clock.instant()).allDomains()) domains.claim(account, domain);
        }
        return sources.newInstance(() -> new HookSource(command, clock)).invoke(HookSource::id);
    }
}
