package io.curtaincall.config.intakekey;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.account.VisibleAccounts;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/accounts/{id}/intake-keys}: what an account's control planes sign their reports with, in place of a token. */
@RestController
@RequestMapping("/v1/accounts/{account}/intake-keys")
class IntakeKeyController {
    private final ConfigCommands commands;
    private final FreshSecrets fresh;
    private final SecretSealer sealer;
    private final VisibleAccounts accounts;
    private final Directory directory;

    IntakeKeyController(
            ConfigCommands commands,
            FreshSecrets fresh,
            SecretSealer sealer,
            VisibleAccounts accounts,
            Directory directory) {
        this.commands = commands;
        this.fresh = fresh;
        this.sealer = sealer;
        this.accounts = accounts;
        this.directory = directory;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewIntakeKey issue(@Needs(Right.MANAGE_CREDENTIALS) Caller caller, @PathVariable String account) {
        AccountId owner = accounts.byId(caller, account);
        IntakeKeyId id = new IntakeKeyId(fresh.token("ik_"));
        String secret = fresh.token("iks_");
        commands.send(new IssueIntakeKey(owner, id, sealer.seal(secret)), IntakeKeys.streamId(owner));
        return new NewIntakeKey(id.value(), owner.value(), secret);
    }

    @GetMapping
    IntakeKeyList list(@Needs(Right.MANAGE_CREDENTIALS) Caller caller, @PathVariable String account) {
        return new IntakeKeyList(directory.intakeKeys().ofAccount(accounts.byId(caller, account)).stream()
                .map(IntakeKeyView::of)
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@Needs(Right.MANAGE_CREDENTIALS) Caller caller, @PathVariable String account, @PathVariable String id) {
        AccountId owner = accounts.byId(caller, account);
        IntakeKeyIssued key = Optional.of(id)
                .filter(text -> !text.isBlank())
                .map(IntakeKeyId::new)
                .flatMap(directory.intakeKeys()::byId)
                .filter(found -> found.accountId().equals(owner))
                .orElseThrow(() -> new NotFound("intake key", id).refused());
        commands.send(new RevokeIntakeKey(owner, key.keyId()), IntakeKeys.streamId(owner));
    }

    /** A key as listed: nothing secret. */
    @JsonPropertyOrder({"id", "issuedAt"})
    record IntakeKeyView(String id, Instant issuedAt) {
        static IntakeKeyView of(IntakeKeyIssued key) {
            return new IntakeKeyView(key.keyId().value(), key.issuedAt());
        }
    }

    record IntakeKeyList(List<IntakeKeyView> intakeKeys) {}
}
