package io.curtaincall.config.account;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.config.account.OperatorCommand.AddOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RevokeOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RotateOperatorToken;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.directory.Credential.Kind;
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

/** {@code /v1/operator-tokens}: the operator's own, and narrower ones for whoever works for it. */
@RestController
@RequestMapping("/v1/operator-tokens")
class OperatorTokenController {
    private final ConfigCommands commands;
    private final FreshCredentials fresh;
    private final CredentialLists lists;

    OperatorTokenController(ConfigCommands commands, FreshCredentials fresh, CredentialLists lists) {
        this.commands = commands;
        this.fresh = fresh;
        this.lists = lists;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewCredentialView add(@Needs(Right.OPERATE) Caller caller, RequestFields fields) {
        CredentialRequest wanted = CredentialRequest.read(fields, Role.OPERATOR);
        FreshCredential drawn = fresh.drawOperatorToken();
        AddOperatorToken command = new AddOperatorToken((Proof.Token) drawn.proof(), wanted.grant(), wanted.note());
        return NewCredentialView.of(drawn, commands.send(command, command.streamId(), Issued.class), null);
    }

    @GetMapping
    CredentialLists.Listed list(@Needs(Right.OPERATE) Caller caller) {
        return lists.of(null, Kind.TOKEN);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@Needs(Right.OPERATE) Caller caller, @PathVariable String id) {
        RevokeOperatorToken command = new RevokeOperatorToken(id);
        commands.send(command, command.streamId());
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    NewCredentialView rotate(@Needs(Right.OPERATE) Caller caller, @PathVariable String id, RequestFields fields) {
        Duration overlap = CredentialRequest.overlap(fields);
        FreshCredential drawn = fresh.drawOperatorToken();
        RotateOperatorToken command = new RotateOperatorToken(id, (Proof.Token) drawn.proof(), overlap);
        return NewCredentialView.of(drawn, commands.send(command, command.streamId(), Issued.class), id);
    }
}
