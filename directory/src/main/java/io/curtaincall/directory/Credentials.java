package io.curtaincall.directory;

import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.OperatorEvent;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import io.curtaincall.events.account.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what callers are known, in memory: the tokens and access keys of all accounts and of the operator. Of what has ended
 * for good nothing is kept but that it has, and that for a while. Nobody may keep one for longer than a request, since it
 * may end at any moment.
 */
public final class Credentials {
    /** Longer than clocks are apart: what is over for so long by one of them is over by all. */
    private static final Duration SURELY_OVER = Duration.ofDays(1);

    private static final Comparator<Credential> OLDEST_FIRST =
            Comparator.comparing(Credential::issuedAt).thenComparing(Credential::id);

    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private final Map<Key, Instant> ends = new ConcurrentHashMap<>();
    private final Map<String, Key> byTokenHash = new ConcurrentHashMap<>();
    private final Map<Optional<AccountId>, Set<Key>> byOwner = new ConcurrentHashMap<>();
    private final EndedLately endedLately = new EndedLately();
    private volatile @Nullable Key firstOperatorToken;

    record Key(Kind kind, String id) {}

    /** A token is proven by its hash, an access key by its secret. */
    private record Known(
            Credential credential,
            @Nullable String tokenHash,
            @Nullable SealedSecret secret) {
        Key key() {
            return new Key(credential.kind(), credential.id());
        }

        Optional<AccountId> owner() {
            return Optional.ofNullable(credential.accountId());
        }
    }

    /** The token of this hash (lower-case hex SHA-256); nothing of one that ended for good. */
    public Optional<Credential> token(String hash) {
        return Optional.ofNullable(byTokenHash.get(hash)).flatMap(this::find);
    }

    /** The id of the token that had this hash and lately ended for good. */
    public Optional<String> endedToken(String hash) {
        return endedLately.token(hash);
    }

    /** Nothing of one that ended for good. */
    public Optional<Credential> find(Kind kind, String id) {
        return find(new Key(kind, id));
    }

    /** Whether it lately ended for good. */
    public boolean hasEnded(Kind kind, String id) {
        return endedLately.contains(new Key(kind, id));
    }

    /** What the access key of this id signs with. */
    public Optional<SealedSecret> accessKeySecret(String accessKeyId) {
        return Optional.ofNullable(known.get(new Key(Kind.ACCESS_KEY, accessKeyId)))
                .flatMap(one -> Optional.ofNullable(one.secret()));
    }

    /** Of all access keys that may hold. */
    public Stream<SealedSecret> secrets() {
        return known.values().stream().flatMap(one -> Stream.ofNullable(one.secret()));
    }

    /** The account's, or the operator's if it is null; oldest first. */
    public List<Credential> of(@Nullable AccountId account, Kind kind) {
        return byOwner.getOrDefault(Optional.ofNullable(account), Set.of()).stream()
                .filter(key -> key.kind() == kind)
                .flatMap(key -> find(key).stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Its end is looked up first, as that of one that is dropped goes last. */
    private Optional<Credential> find(Key key) {
        Instant end = ends.get(key);
        return Optional.ofNullable(known.get(key)).map(one -> one.credential().endingAt(end));
    }

    void apply(AccountEvent event) {
        switch (event) {
            case AccountOpened e -> {
                Credential token = new Credential(
                        Kind.TOKEN, e.tokenId(), e.accountId(), Grant.UNLIMITED, null, e.openedAt(), null);
                addToken(token, e.tokenHash());
            }
            case AccountTokenIssued e ->
                addToken(
                        new Credential(Kind.TOKEN, e.tokenId(), e.accountId(), e.grant(), e.note(), e.issuedAt(), null),
                        e.tokenHash());
            case AccessKeyIssued e -> add(new Known(accessKey(e), null, e.secret()));
            case AccountTokenRevoked e -> end(Kind.TOKEN, e.tokenId(), Credential.endOf(e.from(), e.revokedAt()));
            case AccessKeyRevoked e -> end(Kind.ACCESS_KEY, e.accessKeyId(), Credential.endOf(e.from(), e.revokedAt()));
            case RecordRetentionSet e -> {}
        }
    }

    void apply(OperatorEvent event) {
        switch (event) {
            case OperatorTokenIssued e -> {
                Credential token =
                        new Credential(Kind.TOKEN, e.tokenId(), null, Grant.OPERATOR, null, e.issuedAt(), null);
                Key replaced = firstOperatorToken;
                firstOperatorToken = addToken(token, e.tokenHash());
                if (replaced != null && !replaced.equals(firstOperatorToken)) drop(replaced);
            }
            case OperatorTokenAdded e ->
                addToken(
                        new Credential(Kind.TOKEN, e.tokenId(), null, e.grant(), e.note(), e.addedAt(), null),
                        e.tokenHash());
            case OperatorTokenRevoked e -> end(Kind.TOKEN, e.tokenId(), Credential.endOf(e.from(), e.revokedAt()));
        }
    }

    private static Credential accessKey(AccessKeyIssued e) {
        Grant grant = Objects.requireNonNullElse(e.grant(), Grant.UNLIMITED);
        return new Credential(Kind.ACCESS_KEY, e.accessKeyId(), e.accountId(), grant, e.note(), e.issuedAt(), null);
    }

    private Key addToken(Credential token, String hash) {
        return add(new Known(token, hash, null));
    }

    /** An id stays with who had it first. */
    private Key add(Known added) {
        Key key = added.key();
        dropWhatIsOver(added.owner(), added.credential().issuedAt());
        if (endedLately.contains(key) || known.putIfAbsent(key, added) != null) return key;
        byOwner.computeIfAbsent(added.owner(), owner -> ConcurrentHashMap.newKeySet())
                .add(key);
        if (added.tokenHash() != null) byTokenHash.putIfAbsent(added.tokenHash(), key);
        return key;
    }

    /** An end that is told again, or after an earlier one, is none: what has ended never holds again. */
    private void end(Kind kind, String id, Instant from) {
        Key key = new Key(kind, id);
        if (endedLately.contains(key)) return;
        Instant end = ends.merge(key, from, (before, told) -> told.isBefore(before) ? told : before);
        if (end.equals(Instant.MIN)) endForGood(key);
    }

    /** Whoever issues again and again has what it issued before ended by that, if not otherwise. */
    private void dropWhatIsOver(Optional<AccountId> owner, Instant now) {
        Instant over = now.minus(SURELY_OVER);
        for (Key key : byOwner.getOrDefault(owner, Set.of())) {
            Instant end = ends.get(key);
            if (end != null && end.isBefore(over)) endForGood(key);
        }
    }

    private void endForGood(Key key) {
        Known ended = known.get(key);
        endedLately.add(key, ended == null ? null : ended.tokenHash());
        drop(key);
    }

    private void drop(Key key) {
        Known dropped = known.remove(key);
        ends.remove(key);
        if (dropped == null) return;
        if (dropped.tokenHash() != null) byTokenHash.remove(dropped.tokenHash(), key);
        byOwner.computeIfPresent(dropped.owner(), (owner, keys) -> {
            keys.remove(key);
            return keys;
        });
    }
}
