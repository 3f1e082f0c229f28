package io.curtaincall.config.domain;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/domains}: the operator says who owns a domain. */
@RestController
@RequestMapping("/v1/domains")
class DomainController {
    private final ConfigCommands commands;
    private final Directory directory;

    DomainController(ConfigCommands commands, Directory directory) {
        this.commands = commands;
        this.directory = directory;
    }

    @PutMapping("/{domain}")
    DomainView assign(Caller caller, @PathVariable String domain, RequestFields fields) {
        caller.requireOperator();
        DomainNames.refusal(domain).ifPresent(why -> fields.refuse("domain", why));
        String accountId = fields.text("accountId", this::refusalOfAccount);
        fields.requireValid();
        String name = DomainNames.lowerCase(domain);
        AssignDomain command = new AssignDomain(name, new AccountId(accountId));
        commands.send(command, command.streamId());
        return new DomainView(name, accountId);
    }

    private Optional<String> refusalOfAccount(String id) {
        boolean known =
                !id.isBlank() && directory.accounts().byId(new AccountId(id)).isPresent();
        return known ? Optional.empty() : Optional.of("names no account");
    }

    @JsonPropertyOrder({"domain", "accountId"})
    record DomainView(String domain, String accountId) {}
}
