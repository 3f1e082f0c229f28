package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.admission.AccessKeys;
import io.curtaincall.dialects.admission.AccessKeys.AccessKey;
import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.dialects.admission.Quotas;
import io.curtaincall.directory.Account;
import io.curtaincall.directory.Accounts;
import io.curtaincall.directory.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets in what is signed by an access key and fresh, or carries a token, for the account's own project and within its quota. */
@Component("huaweiGate")
final class Gate {
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String PLACEHOLDER = "{project_id}";

    private final AccessKeys keys;
    private final SubjectTokens tokens;
    private final Quotas quotas;
    private final HuaweiProperties properties;
    private final Accounts accounts;
    private final Clock clock;

    Gate(
            AccessKeys keys,
            SubjectTokens tokens,
            Quotas quotas,
            HuaweiProperties properties,
            Directory directory,
            Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.quotas = quotas;
        this.properties = properties;
        this.accounts = directory.accounts();
        this.clock = clock;
    }

    /** @throws HuaweiRefusal if there is no proof of who asks */
    Identified identify(ApiRequest request) {
        if (request.has("x-security-token")) {
            throw HuaweiError.unproven("X-Security-Token is not known here, use a permanent access key")
                    .refused();
        }
        if (request.has("authorization")) return signer(SdkSignature.claim(request));
        String token = request.header("x-auth-token")
                .orElseThrow(
                        () -> HuaweiError.unproven("x-auth-token not found").refused());
        return identified(tokens.holder(token));
    }

    private Identified signer(Claim claim) {
        if (Duration.between(claim.at(), clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw HuaweiError.unproven("calc ak sk signature fail:signature expired")
                    .refused();
        }
        AccessKey key = keys.find(claim.keyId())
                .orElseThrow(
                        () -> HuaweiError.unproven("Get secretKey failed, ak:" + claim.keyId() + ", err:ak not exist")
                                .refused());
        if (!claim.isProvenBy(key.secret())) throw claim.mismatch().refused();
        return identified(key.holder());
    }

    private Identified identified(Admitted admitted) {
        return new Identified(accounts.byId(admitted.account()).orElseThrow(), admitted);
    }

    /** @throws HuaweiRefusal if the project that is asked for is not the account's */
    void requireProject(Account account, String project, ApiRequest request) {
        if (project.equals(PLACEHOLDER)) {
            throw HuaweiError.illegal("project_id is missing").refused();
        }
        boolean own = project.equals(account.projectId());
        boolean meant = request.headers().getOrDefault("x-project-id", List.of()).stream()
                .allMatch(project::equals);
        if (!own || !meant) {
            throw HuaweiError.FORBIDDEN
                    .because("project_id is not the account's")
                    .refused();
        }
    }

    /** @throws HuaweiRefusal if the account has to wait for the next second */
    void requireQuota(Account account, Declaration operation) {
        if (quotas.take(account.accountId(), operation.name(), properties.qps())) return;
        throw HuaweiError.THROTTLED.refused();
    }
}
