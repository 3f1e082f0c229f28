package io.curtaincall.config.domain;

import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Asks the {@link Domain} itself and not the directory, which may lag. */
@Component
@EnableConfigurationProperties(AccountsProperties.class)
class StoredDomainClaims implements DomainClaims {
    private final Repository<Domain> domains;
    private final AccountsProperties accounts;
    private final Clock clock;

    StoredDomainClaims(Repository<Domain> domains, AccountsProperties accounts, Clock clock) {
        this.domains = domains;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void claim(AccountId accountId, String domain) {
        ClaimDomain command = new ClaimDomain(domain, accountId, rule(domain));
        load(command.streamId()).execute(it -> it.decide(command, clock));
    }

    /** An application, whose name has a slash as no domain's has, belongs to whoever first subscribes to it. */
    private DomainRule rule(String domain) {
        return domain.indexOf('/') >= 0 ? DomainRule.FIRST_USE : accounts.domains();
    }

    private Aggregate<Domain> load(String streamId) {
        try {
            return domains.loadOrCreate(streamId, Domain::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a domain is made without anything checked", e);
        }
    }
}
