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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * By what callers are known, in memory: the tokens and access keys of all accounts and of the operator, also those that
 * have ended. Nobody may keep one for longer than a request, since it may end at any moment.
 */
public final class Credentials {
    private static final Comparator<Credential> OLDEST_FIRST =
            Comparator.comparing(Credential::issuedAt).thenComparing(Credential::id);

    private final Map<Key, Credential> issued = new ConcurrentHashMap<>();
    private final Map<Key, Instant> ends = new ConcurrentHashMap<>();
    private final Map<String, Key> byTokenHash = new ConcurrentHashMap<>();
    private volatile @Nullable Key firstOperatorToken;

    private record Key(Kind kind, String id) {}

    /** The token of this hash (lower-case hex SHA-256). */
    public Optional<Credential> token(String hash) {
        return Optional.ofNullable(byTokenHash.get(hash)).flatMap(this::find);
    }

    public Optional<Credential> find(Kind kind, String id) {
        return find(new Key(kind, id));
    }

    /** The account's, or the operator's if it is null; oldest first. */
    public List<Credential> of(@Nullable AccountId account, Kind kind) {
        return issued.keySet().stream()
                .filter(key -> key.kind() == kind)
                .flatMap(key -> find(key).stream())
                .filter(credential -> Objects.equals(credential.accountId(), account))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private Optional<Credential> find(Key key) {
        return Optional.ofNullable(issued.get(key)).map(credential -> credential.endingAt(ends.get(key)));
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
            case AccessKeyIssued e ->
                add(new Credential(
                        Kind.ACCESS_KEY,
                        e.accessKeyId(),
                        e.accountId(),
                        Objects.requireNonNullElse(e.grant(), Grant.UNLIMITED),
                        e.note(),
                        e.issuedAt(),
                        null));
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
                if (replaced != null && !replaced.equals(firstOperatorToken)) issued.remove(replaced);
            }
            case OperatorTokenAdded e ->
                addToken(
                        new Credential(Kind.TOKEN, e.tokenId(), null, e.grant(), e.note(), e.addedAt(), null),
                        e.tokenHash());
            case OperatorTokenRevoked e -> end(Kind.TOKEN, e.tokenId(), Credential.endOf(e.from(), e.revokedAt()));
        }
    }

    private Key addToken(Credential token, String hash) {
        Key key = add(token);
        byTokenHash.putIfAbsent(hash, key);
        return key;
    }

    /** An id stays with who had it first. */
    private Key add(Credential credential) {
        Key key = new Key(credential.kind(), credential.id());
        issued.putIfAbsent(key, credential);
        return key;
    }

    /** An end that is told again, or after an earlier one, is none: what has ended never holds again. */
    private void end(Kind kind, String id, Instant from) {
        ends.merge(new Key(kind, id), from, (known, told) -> told.isBefore(known) ? told : known);
    }
}
