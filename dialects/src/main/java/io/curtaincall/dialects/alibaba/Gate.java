package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.work.Meanwhile;
import io.curtaincall.dialects.admission.AccessKeys;
import io.curtaincall.dialects.admission.AccessKeys.AccessKey;
import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.dialects.admission.Quotas;
import io.curtaincall.dialects.admission.UsedNonces;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets in what is signed by an access key, fresh, new and within its account's quota. What is known to be a replay costs
 * the account nothing of it; the store is asked for the nonce last, so that an account that calls too often writes
 * nothing.
 */
@Component("alibabaGate")
final class Gate {
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int LONGEST_NONCE = 200;
    private static final AlibabaError NONCE_USED =
            new AlibabaError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");

    /** Kept longer than it is of use here: a process whose clock is behind may still take the request. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final AccessKeys keys;
    private final UsedNonces nonces;
    private final Quotas quotas;
    private final AlibabaProperties properties;
    private final Clock clock;

    Gate(AccessKeys keys, UsedNonces nonces, Quotas quotas, AlibabaProperties properties, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What only reads is answered while the store takes the nonce, and told only once it did.
     *
     * @throws AlibabaRefusal if the request stays outside
     * @throws io.curtaincall.access.problem.RefusedException if what it asks for is more than the key lets its holder do
     */
    Answer admit(RpcRequest request, Declaration operation, Function<Admitted, Answer> inside) {
        Claim claim = request.isSignedByHeaders() ? AcsSignature.claim(request) : RpcSignature.claim(request);
        Admitted admitted = prove(claim);
        if (nonces.isKnown(claim.keyId(), claim.nonce())) throw NONCE_USED.refused();
        if (!quotas.take(admitted.account(), operation.action(), properties.perSecond(operation))) {
            throw AlibabaError.THROTTLED.refused();
        }
        admitted.rights().require(operation.needs());
        Supplier<Answer> answer = () -> inside.apply(admitted);
        if (operation.readsOnly()) answer = Meanwhile.begin(answer);
        takeNonce(claim);
        return answer.get();
    }

    private Admitted prove(Claim claim) {
        if (Duration.between(claim.at(), clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new AlibabaError(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
                    .refused();
        }
        AccessKey key = keys.find(claim.keyId()).orElseThrow(() -> unknown(claim.keyId()));
        if (!claim.isProvenBy(key.secret())) throw claim.mismatch().refused();
        return key.holder();
    }

    private void takeNonce(Claim claim) {
        if (claim.nonce().length() > LONGEST_NONCE)
            throw AlibabaError.invalid("SignatureNonce").refused();
        if (nonces.take(claim.keyId(), claim.nonce(), claim.at().plus(WINDOW).plus(CLOCKS_APART))) return;
        throw NONCE_USED.refused();
    }

    private AlibabaRefusal unknown(String keyId) {
        if (keys.hasEnded(keyId)) return AlibabaError.KEY_ENDED.refused();
        return new AlibabaError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.").refused();
    }
}
