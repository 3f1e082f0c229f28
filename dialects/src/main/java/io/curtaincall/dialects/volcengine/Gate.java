package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.admission.AccessKeys;
import io.curtaincall.dialects.admission.AccessKeys.AccessKey;
import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.dialects.admission.Quotas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Lets in what is signed by an access key, fresh and within its account's quota. The protocol has no nonce: requests of
 * the same second are signed alike, so a repeat cannot be told from a second request and is answered again.
 */
@Component
final class Gate {
    /** How far a signer's clock may be ahead. */
    static final Duration AHEAD = Duration.ofMinutes(15);

    private final AccessKeys keys;
    private final Quotas quotas;
    private final VolcengineProperties properties;
    private final Clock clock;

    Gate(AccessKeys keys, Quotas quotas, VolcengineProperties properties, Clock clock) {
        this.keys = keys;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @throws VolcengineRefusal if the request stays outside
     * @throws io.curtaincall.access.problem.RefusedException if what it asks for is more than the key lets its holder do
     */
    Admitted admit(Claim claim, Declaration operation) {
        Instant now = clock.instant();
        if (now.isAfter(claim.at().plus(claim.valid()))) throw VolcengineError.EXPIRED.refused();
        if (claim.at().isAfter(now.plus(AHEAD))) throw VolcengineError.FROM_THE_FUTURE.refused();
        String keyId = claim.scope().keyId();
        AccessKey key = keys.find(keyId)
                .orElseThrow(() -> VolcengineError.unknownKey(keyId).refused());
        if (!claim.isProvenBy(key.secret())) throw VolcengineError.MISMATCH.refused();
        String quota = VolcengineCallbackFormat.NAME + "." + operation.action();
        if (!quotas.take(key.holder().account(), quota, properties.perSecond(operation))) {
            throw VolcengineError.THROTTLED.refused();
        }
        key.holder().rights().require(operation.needs());
        return key.holder();
    }
}
