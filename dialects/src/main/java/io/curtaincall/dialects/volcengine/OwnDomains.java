package io.curtaincall.dialects.volcengine;

import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import org.springframework.stereotype.Component;

/** Keeps an account to its domains. One that is nobody's yet becomes the account's when it is used. */
@Component
final class OwnDomains {
    private final Directory directory;

    OwnDomains(Directory directory) {
        this.directory = directory;
    }

    /** @throws VolcengineRefusal if it is another account's */
    void require(AccountId account, String domain) {
        boolean foreign = directory
                .domains()
                .ownerOf(domain)
                .filter(owner -> !owner.equals(account))
                .isPresent();
        if (foreign) throw VolcengineProblems.foreign(domain).refused();
    }
}
