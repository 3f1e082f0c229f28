package io.curtaincall.config.account;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.Page;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.directory.Account;
import io.curtaincall.directory.Directory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/accounts}: the operator opens and lists tenants. */
@RestController
@RequestMapping("/v1/accounts")
class AccountController {
    private static final TextRule ID_FORM = TextRule.matching(
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"),
            "must be 1 to 63 lower-case letters, digits and hyphens, no hyphen at either end");

    private final ConfigCommands commands;
    private final FreshCredentials fresh;
    private final SecretSealer sealer;
    private final Directory directory;
    private final CredentialLists lists;

    AccountController(
            ConfigCommands commands,
            FreshCredentials fresh,
            SecretSealer sealer,
            Directory directory,
            CredentialLists lists) {
        this.commands = commands;
        this.fresh = fresh;
        this.sealer = sealer;
        this.directory = directory;
        this.lists = lists;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountCredentials open(@Needs(Right.OPERATE) Caller caller, RequestFields fields) {
        Optional<String> id = fields.optionalText("id", AccountController::refusalOfId);
        fields.requireValid();
        AccountCredentials credentials = fresh.draw(id.orElseGet(fresh::accountId));
        commands.send(credentials.opening(sealer), credentials.id());
        return credentials;
    }

    @GetMapping
    AccountPage list(
            @Needs(Right.OVERSEE) Caller caller,
            @RequestParam(defaultValue = "100") int pageSize,
            @RequestParam(required = false) @Nullable String cursor) {
        List<Account> all = directory.accounts().all().stream()
                .sorted(Comparator.comparing(AccountController::id))
                .toList();
        Page<Account> page = Page.of(all, AccountController::id, pageSize, cursor);
        return new AccountPage(page.rows().stream().map(this::view).toList(), page.position());
    }

    private AccountView view(Account account) {
        return AccountView.of(account, lists.accessKeyIds(account.accountId()));
    }

    private static String id(Account account) {
        return account.accountId().value();
    }

    /** An account's id names its stream, and the operator's stream is taken. */
    private static Optional<String> refusalOfId(String id) {
        return id.equals("operator") ? Optional.of("is reserved") : ID_FORM.refusal(id);
    }

    /** An account as listed: nothing secret. */
    @JsonPropertyOrder({"id", "projectId", "accessKeyIds", "openedAt"})
    record AccountView(String id, String projectId, List<String> accessKeyIds, Instant openedAt) {
        static AccountView of(Account account, List<String> keys) {
            return new AccountView(AccountController.id(account), account.projectId(), keys, account.openedAt());
        }
    }

    @JsonPropertyOrder({"accounts", "page"})
    record AccountPage(List<AccountView> accounts, Page.Position page) {}
}
