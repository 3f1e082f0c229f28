package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which keys sign a config's callbacks after a change. A key is named by the version that brought it. */
final class SigningKeys {
    /** Each is a signature in every request, and a header has its limits. */
    private static final int MOST_OLDER = 4;

    private SigningKeys() {}

    static Signing first(String scheme, @Nullable SealedSecret secret, @Nullable String publicKey) {
        return only(scheme, secret, publicKey, 1);
    }

    /** One key in place of all there were, unless it is the newest of them. */
    static Signing replaced(
            Signing before, String scheme, @Nullable SealedSecret secret, @Nullable String publicKey, long version) {
        return Objects.equals(secret, before.secret())
                ? before.withScheme(scheme)
                : only(scheme, secret, publicKey, version);
    }

    /**
     * A key more, for a while. Without a while it is the only one: who is in that hurry trusts no older one either.
     *
     * @throws io.curtaincall.access.problem.RefusedException if too many sign already
     */
    static Signing rotated(Signing before, RotateSigningKey command, long version, Instant now) {
        String scheme = command.scheme().wireName();
        if (command.overlap().isZero()) return only(scheme, command.secret(), command.publicKey(), version);
        Instant until = now.plus(command.overlap());
        List<NamedKey> older = before.keys().stream()
                .filter(key -> key.signsAt(now))
                .map(key -> key.until() == null ? ending(key, until) : key)
                .toList();
        if (older.size() > MOST_OLDER) {
            throw new Conflict((MOST_OLDER + 1) + " keys sign already, until " + soonest(older)
                            + "; a rotation with \"overlap\":\"0s\" ends all of them")
                    .refused();
        }
        return new Signing(scheme, command.secret(), name(version), command.publicKey(), older);
    }

    private static Signing only(
            String scheme, @Nullable SealedSecret secret, @Nullable String publicKey, long version) {
        return new Signing(scheme, secret, secret == null ? null : name(version), publicKey, null);
    }

    private static String name(long version) {
        return "k" + version;
    }

    private static NamedKey ending(NamedKey key, Instant until) {
        return new NamedKey(key.id(), key.secret(), key.publicKey(), until);
    }

    private static Instant soonest(List<NamedKey> keys) {
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(key.until()))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
