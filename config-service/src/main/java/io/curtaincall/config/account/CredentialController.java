package io.curtaincall.config.account;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Role;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An account's tokens and access keys, for the operator and for whoever may do everything with what is the account's. */
@RestController
@RequestMapping("/v1/accounts/{account}/{kind:tokens|access-keys}")
class CredentialController {
    private final ConfigCommands commands;
    private final FreshCredentials fresh;
    private final CredentialLists lists;
    private final VisibleAccounts accounts;

    CredentialController(
            ConfigCommands commands, FreshCredentials fresh, CredentialLists lists, VisibleAccounts accounts) {
        this.commands = commands;
        this.fresh = fresh;
        this.lists = lists;
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewCredentialView issue(
            @Needs(Right.MANAGE_CREDENTIALS) Caller caller,
            @PathVariable String account,
            @PathVariable String kind,
            RequestFields fields) {
        AccountId owner = accounts.byId(caller, account);
        CredentialRequest wanted = CredentialRequest.read(fields, Role.WRITE);
        FreshCredential drawn = fresh.draw(kind(kind));
        IssueCredential command = new IssueCredential(owner, drawn.proof(), wanted.grant(), wanted.note());
        return NewCredentialView.of(drawn, commands.send(command, account, Issued.class), null);
    }

    @GetMapping
    CredentialLists.Listed list(
            @Needs(Right.MANAGE_CREDENTIALS) Caller caller, @PathVariable String account, @PathVariable String kind) {
        return lists.of(accounts.byId(caller, account), kind(kind));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            @Needs(Right.MANAGE_CREDENTIALS) Caller caller,
            @PathVariable String account,
            @PathVariable String kind,
            @PathVariable String id) {
        commands.send(new RevokeCredential(accounts.byId(caller, account), kind(kind), id), account);
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    NewCredentialView rotate(
            @Needs(Right.MANAGE_CREDENTIALS) Caller caller,
            @PathVariable String account,
            @PathVariable String kind,
            @PathVariable String id,
            RequestFields fields) {
        AccountId owner = accounts.byId(caller, account);
        Duration overlap = CredentialRequest.overlap(fields);
        FreshCredential drawn = fresh.draw(kind(kind));
        RotateCredential command = new RotateCredential(owner, id, drawn.proof(), overlap);
        return NewCredentialView.of(drawn, commands.send(command, account, Issued.class), id);
    }

    private static Kind kind(String path) {
        return path.equals("tokens") ? Kind.TOKEN : Kind.ACCESS_KEY;
    }
}
