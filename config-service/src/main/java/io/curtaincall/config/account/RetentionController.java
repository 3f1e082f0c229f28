package io.curtaincall.config.account;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/accounts/{id}/retention}: the operator says how long what an account reads is kept. */
@RestController
@RequestMapping("/v1/accounts/{id}/retention")
class RetentionController {
    private static final Pattern DAYS = Pattern.compile("P[0-9]{1,4}D");
    private static final int MOST_DAYS = 3_660;
    private static final TextRule FEW_DAYS = TextRule.matching(DAYS, "must be a number of days, as P400D");

    private final ConfigCommands commands;
    private final VisibleAccounts accounts;
    private final Directory directory;

    RetentionController(ConfigCommands commands, VisibleAccounts accounts, Directory directory) {
        this.commands = commands;
        this.accounts = accounts;
        this.directory = directory;
    }

    @GetMapping
    RetentionView get(@Needs(Right.OVERSEE) Caller caller, @PathVariable String id) {
        return view(accounts.byId(caller, id));
    }

    @PutMapping
    RetentionView set(@Needs(Right.OPERATE) Caller caller, @PathVariable String id, RequestFields fields) {
        AccountId account = accounts.byId(caller, id);
        String records = fields.text("records", RetentionController::refusal);
        fields.requireValid();
        commands.send(new SetRecordRetention(account, days(records)), id);
        return view(account);
    }

    private static Optional<String> refusal(String text) {
        return FEW_DAYS.refusal(text)
                .or(() -> days(text) < 1 || days(text) > MOST_DAYS
                        ? Optional.of("must be from P1D to P" + MOST_DAYS + "D")
                        : Optional.empty());
    }

    private static int days(String text) {
        return Integer.parseInt(text, 1, text.length() - 1, 10);
    }

    private RetentionView view(AccountId account) {
        return new RetentionView("P" + directory.accounts().recordDays(account) + "D");
    }

    /** @param records how long callback records are kept at least, as ISO 8601 days */
    record RetentionView(String records) {}
}
