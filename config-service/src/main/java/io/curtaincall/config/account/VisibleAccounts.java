package io.curtaincall.config.account;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts as one caller may see them. */
@Component
public class VisibleAccounts {
    private final Directory directory;

    VisibleAccounts(Directory directory) {
        this.directory = directory;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there is none or it is another's, alike */
    public AccountId byId(Caller caller, String id) {
        return Optional.of(id)
                .filter(text -> !text.isBlank())
                .map(AccountId::new)
                .filter(caller::owns)
                .filter(account -> directory.accounts().byId(account).isPresent())
                .orElseThrow(() -> new NotFound("account", id).refused());
    }
}
