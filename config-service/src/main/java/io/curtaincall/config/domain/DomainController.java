package io.curtaincall.config.domain;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.Page;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/domains}: the operator says who owns a domain, its owner sees that it does. */
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
    DomainView assign(@Needs(Right.OPERATE) Caller caller, @PathVariable String domain, RequestFields fields) {
        DomainNames.refusal(domain).ifPresent(why -> {
            throw Invalid.field("domain", why).refused();
        });
        String accountId = fields.text("accountId", this::refusalOfAccount);
        fields.requireValid();
        String name = DomainNames.lowerCase(domain);
        AssignDomain command = new AssignDomain(name, new AccountId(accountId));
        commands.send(command, command.streamId());
        return new DomainView(name, accountId);
    }

    @GetMapping
    DomainPage list(
            @Needs(Right.READ) Caller caller,
            @RequestParam(defaultValue = "100") int pageSize,
            @RequestParam(required = false) @Nullable String cursor) {
        List<DomainView> all = directory.domains().all().entrySet().stream()
                .filter(owned -> caller.sees(owned.getValue(), owned.getKey()))
                .map(owned -> new DomainView(owned.getKey(), owned.getValue().value()))
                .toList();
        Page<DomainView> page = Page.of(all, DomainView::domain, pageSize, cursor);
        return new DomainPage(page.rows(), page.position());
    }

    private Optional<String> refusalOfAccount(String id) {
        boolean known =
                !id.isBlank() && directory.accounts().byId(new AccountId(id)).isPresent();
        return known ? Optional.empty() : Optional.of("names no account");
    }

    @JsonPropertyOrder({"domain", "accountId"})
    record DomainView(String domain, String accountId) {}

    @JsonPropertyOrder({"domains", "page"})
    record DomainPage(List<DomainView> domains, Page.Position page) {}
}
