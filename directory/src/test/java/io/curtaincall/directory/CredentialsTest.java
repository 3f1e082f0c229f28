package io.curtaincall.directory;

import static io.curtaincall.directory.Facts.DEMO;
import static io.curtaincall.directory.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Grant READER = new Grant(Role.READ, List.of("a.example.com"));
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private final Directory directory = new Directory();
    private final Credentials credentials = directory.credentials();

    @Test
    void what_was_issued_before_there_were_roles_may_everything_of_its_account() {
        directory.apply(Facts.opened());
        directory.apply(Facts.key());
        assertThat(credentials.token("hash-of-token"))
                .hasValueSatisfying(token -> assertThat(token.grant()).isEqualTo(Grant.UNLIMITED));
        assertThat(credentials.find(Kind.ACCESS_KEY, "AK1"))
                .hasValueSatisfying(key -> assertThat(key.grant()).isEqualTo(Grant.UNLIMITED));
        assertThat(credentials.token("another")).isEmpty();
    }

    @Test
    void an_accounts_further_token_is_known_by_its_hash_until_its_end() {
        directory.apply(Facts.opened());
        directory.apply(issued());
        assertThat(credentials.token("h1").orElseThrow().holdsAt(Instant.MAX)).isTrue();
        directory.apply(new AccountTokenRevoked(DEMO, "tk_1", ONE, NOON));
        Credential ending = credentials.token("h1").orElseThrow();
        assertThat(ending.grant()).isEqualTo(READER);
        assertThat(ending.holdsAt(ONE.minusMillis(1))).isTrue();
        assertThat(ending.holdsAt(ONE)).isFalse();
        assertThat(credentials.of(DEMO, Kind.TOKEN)).hasSize(2);
    }

    @Test
    void an_end_that_is_read_again_after_an_earlier_one_brings_nothing_back() {
        directory.apply(issued());
        AccountTokenRevoked later = new AccountTokenRevoked(DEMO, "tk_1", ONE, NOON);
        directory.apply(new AccountTokenRevoked(DEMO, "tk_1", NOON, NOON));
        directory.apply(later);
        assertThat(credentials.token("h1").orElseThrow().holdsAt(NOON)).isFalse();
    }

    @Test
    void what_was_revoked_at_once_never_holds_again_though_the_clock_is_set_back() {
        directory.apply(issued());
        directory.apply(new AccountTokenRevoked(DEMO, "tk_1", NOON, NOON));
        assertThat(credentials.token("h1").orElseThrow().holdsAt(NOON.minusSeconds(3_600)))
                .isFalse();
    }

    @Test
    void an_end_is_known_even_if_it_is_read_before_its_beginning() {
        directory.apply(new AccessKeyRevoked(DEMO, "AK1", NOON, NOON));
        directory.apply(Facts.key());
        assertThat(credentials.find(Kind.ACCESS_KEY, "AK1").orElseThrow().holdsAt(NOON))
                .isFalse();
    }

    @Test
    void an_id_of_an_access_key_stays_with_the_account_that_had_it_first() {
        directory.apply(Facts.key());
        directory.apply(new AccessKeyIssued(new AccountId("another"), "AK1", Facts.SEALED, NOON));
        assertThat(credentials.find(Kind.ACCESS_KEY, "AK1").orElseThrow().accountId())
                .isEqualTo(DEMO);
    }

    @Test
    void an_operator_token_of_the_first_start_replaces_the_one_before_and_others_stand_beside_it() {
        directory.apply(new OperatorTokenIssued("first", NOON));
        directory.apply(new OperatorTokenAdded("tk_2", "beside", Grant.OPERATOR, null, NOON));
        directory.apply(new OperatorTokenIssued("second", NOON));
        assertThat(credentials.token("first")).isEmpty();
        assertThat(credentials.token("second")).isPresent();
        assertThat(credentials.token("beside")).isPresent();
        assertThat(credentials.of(null, Kind.TOKEN)).hasSize(2);
    }

    @Test
    void every_fact_of_a_credential_has_an_entry_of_its_own() {
        assertThat(DirectoryEntry.of(issued())).contains("token/tk_1");
        assertThat(DirectoryEntry.of(new AccountTokenRevoked(DEMO, "tk_1", ONE, NOON)))
                .contains("token-end/tk_1");
    }

    private static AccountTokenIssued issued() {
        return new AccountTokenIssued(DEMO, "tk_1", "h1", READER, null, NOON);
    }
}
