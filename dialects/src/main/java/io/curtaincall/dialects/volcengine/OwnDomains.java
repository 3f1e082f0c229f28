package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.directory.Directory;
import org.springframework.stereotype.Component;

/** Keeps an account to its domains. One that is nobody's yet becomes the account's when it is used. */
@Component
final class OwnDomains {
    private final Directory directory;

    OwnDomains(Directory directory) {
        this.directory = directory;
    }

    /**
     * @throws VolcengineRefusal if it is another account's
     * @throws io.curtaincall.access.problem.RefusedException if the caller is limited to others
     */
    void require(Admitted caller, String domain) {
        boolean foreign = directory
                .domains()
                .ownerOf(domain)
                .filter(owner -> !owner.equals(caller.account()))
                .isPresent();
        if (foreign) throw VolcengineProblems.foreign(domain).refused();
        caller.rights().requireDomain(domain);
    }
}
