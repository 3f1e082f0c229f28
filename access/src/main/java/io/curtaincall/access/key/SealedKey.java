package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.sealing.MasterKeys;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.events.account.SealedSecret;
import java.security.SecureRandom;

/**
 * A former master key, sealed by the one that followed: whoever has the newest has all.
 *
 * @param keyId of the former
 */
public record SealedKey(String keyId, SealedSecret sealed) {
    static SealedKey of(MasterKey former, MasterKey next, SecureRandom random) {
        return new SealedKey(former.id(), new SecretSealer(MasterKeys.only(next), random).seal(former.text()));
    }

    String sealedBy() {
        return sealed.keyId();
    }

    MasterKey open(MasterKey next) {
        return MasterKey.ofBase64(SecretSealer.open(next, sealed));
    }
}
