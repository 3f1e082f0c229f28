package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.config.notifyconfig.SigningSecrets.Secret;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes commands of requests; from here on the signing secret is sealed. */
@Component
class NotifyConfigRequests {
    private static final TextRule ANY = text -> Optional.empty();

    private final TermsReader termsReader;
    private final KeptTermsReader keptTermsReader;
    private final FreshSecrets fresh;
    private final SigningSecrets secrets;
    private final Directory directory;

    NotifyConfigRequests(
            TermsReader termsReader,
            KeptTermsReader keptTermsReader,
            FreshSecrets fresh,
            SigningSecrets secrets,
            Directory directory) {
        this.termsReader = termsReader;
        this.keptTermsReader = keptTermsReader;
        this.fresh = fresh;
        this.secrets = secrets;
        this.directory = directory;
    }

    /** An addition with its secret in clear, which its answer shows. */
    record Addition(AddNotifyConfig command, String secret) {
        @Override
        public String toString() {
            return "Addition[" + command.configId() + "]";
        }
    }

    Addition addition(Caller caller, RequestFields fields) {
        RequestFields signing = fields.object("signing");
        Optional<String> accountId = fields.optionalText("accountId", ANY);
        AccountId owner = owner(caller, accountId);
        Terms terms = termsReader.read(fields, signing, owner, null);
        SigningScheme scheme = scheme(terms.scheme());
        Optional<String> given = SigningSecrets.given(signing, scheme);
        fields.requireValid();
        caller.rights().requireDomain(terms.domain());
        Secret secret = secrets.of(scheme, given);
        NotifyConfigId id = new NotifyConfigId(fresh.token("nc_"));
        return new Addition(new AddNotifyConfig(id, owner, terms, secret.sealed(), secret.publicKey()), secret.clear());
    }

    /** Fields that only we write may come along as they were read, so that what was read can be sent back changed. */
    ChangeNotifyConfig change(Caller caller, NotifyConfigVersion seen, long expected, RequestFields fields) {
        RequestFields signing = fields.object("signing");
        readOnly(fields, "id", seen.configId().value());
        readOnly(fields, "accountId", seen.accountId().value());
        fields.ignore("disabled");
        List.of("keyId", "publicKey", "olderKeys").forEach(signing::ignore);
        fields.optionalNumber("version")
                .filter(version -> version != expected)
                .ifPresent(version -> fields.refuse("version", "is not the version of If-Match"));
        if (!seen.format().equals(TermsReader.FORMAT)) return changeOfKept(seen, expected, fields, signing);
        SigningScheme before = scheme(seen.signing().scheme());
        Terms terms = termsReader.read(fields, signing, seen.accountId(), seen);
        SigningScheme scheme = scheme(terms.scheme());
        Optional<String> given = SigningSecrets.given(signing, scheme);
        if (scheme != before && given.isEmpty()) {
            signing.refuse("secret", "is required with another scheme; or POST to rotate-key makes one");
        }
        fields.requireValid();
        caller.rights().requireDomain(terms.domain());
        Secret secret = given.isEmpty() ? null : secrets.of(scheme, given);
        return new ChangeNotifyConfig(
                seen.configId(),
                expected,
                terms,
                secret == null ? null : secret.sealed(),
                secret == null ? null : secret.publicKey());
    }

    private ChangeNotifyConfig changeOfKept(
            NotifyConfigVersion seen, long expected, RequestFields fields, RequestFields signing) {
        Terms terms = keptTermsReader.read(seen, fields, signing);
        fields.requireValid();
        return new ChangeNotifyConfig(
                seen.configId(), expected, terms, seen.signing().secret());
    }

    private static SigningScheme scheme(String name) {
        return SigningScheme.find(name).orElseThrow(() -> new IllegalStateException("not a scheme of ours: " + name));
    }

    private AccountId owner(Caller caller, Optional<String> accountId) {
        return switch (caller) {
            case AccountCaller account -> {
                accountId.filter(id -> !id.equals(account.accountId().value())).ifPresent(id -> {
                    throw new Forbidden("accountId names another account").refused();
                });
                yield account.accountId();
            }
            case Operator operator ->
                accountId
                        .map(this::known)
                        .orElseThrow(() -> new Forbidden(
                                        "the operator owns nothing; send an account's token, or \"accountId\" to act for one")
                                .refused());
        };
    }

    private AccountId known(String id) {
        if (!id.isBlank() && directory.accounts().byId(new AccountId(id)).isPresent()) return new AccountId(id);
        throw Invalid.field("/accountId", "names no account").refused();
    }

    private static void readOnly(RequestFields fields, String name, String value) {
        fields.optionalText(name, ANY)
                .filter(text -> !text.equals(value))
                .ifPresent(text -> fields.refuse(name, "cannot be changed"));
    }
}
