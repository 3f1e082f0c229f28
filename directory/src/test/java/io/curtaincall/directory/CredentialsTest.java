package io.curtaincall.directory;

import static io.curtaincall.directory.Facts.DEMO;
import static io.curtaincall.directory.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
        directory.apply(issued());
        assertThat(credentials.token("h1")).isEmpty();
    }

    @Test
    void what_was_revoked_at_once_never_holds_again_though_the_clock_is_set_back() {
        directory.apply(issued());
        directory.apply(new AccountTokenRevoked(DEMO, "tk_1", NOON, NOON));
        assertThat(credentials.token("h1")).isEmpty();
    }

    @Test
    void an_end_is_known_even_if_it_is_read_before_its_beginning() {
        directory.apply(new AccessKeyRevoked(DEMO, "AK1", NOON, NOON));
        directory.apply(Facts.key());
        assertThat(credentials.find(Kind.ACCESS_KEY, "AK1")).isEmpty();
        assertThat(credentials.hasEnded(Kind.ACCESS_KEY, "AK1")).isTrue();
    }

    @Test
    void an_id_of_an_access_key_stays_with_the_account_that_had_it_first() {
        directory.apply(Facts.key());
        directory.apply(new AccessKeyIssued(new AccountId("another"), "AK1", Facts.SEALED, NOON));
        assertThat(credentials.find(Kind.ACCESS_KEY, "AK1").orElseThrow().accountId())
                .isEqualTo(DEMO);
        assertThat(credentials.of(DEMO, Kind.ACCESS_KEY)).hasSize(1);
        assertThat(credentials.of(new AccountId("another"), Kind.ACCESS_KEY)).isEmpty();
    }

    @Test
    void of_what_ended_for_good_only_that_is_kept_and_of_the_oldest_nothing() {
        directory.apply(Facts.key());
        assertThat(credentials.secrets()).hasSize(1);
        assertThat(credentials.accessKeySecret("AK1")).contains(Facts.SEALED);
        directory.apply(new AccessKeyRevoked(DEMO, "AK1", NOON, NOON));
        assertThat(credentials.secrets()).isEmpty();
        assertThat(credentials.accessKeySecret("AK1")).isEmpty();
        for (int i = 0; i < EndedLately.MOST; i++) {
            directory.apply(new AccountTokenIssued(DEMO, "tk_" + i, "h" + i, READER, null, NOON));
            directory.apply(new AccountTokenRevoked(DEMO, "tk_" + i, NOON, NOON));
        }
        assertThat(credentials.hasEnded(Kind.ACCESS_KEY, "AK1")).isFalse();
        assertThat(credentials.endedToken("h0")).contains("tk_0");
        assertThat(credentials.token("h0")).isEmpty();
        assertThat(credentials.of(DEMO, Kind.TOKEN)).isEmpty();
    }

    @Test
    void what_an_overlap_has_ended_long_ago_is_dropped_when_its_owner_is_issued_more() {
        directory.apply(issued());
        directory.apply(new AccountTokenRevoked(DEMO, "tk_1", ONE, NOON));
        directory.apply(issuedAt("tk_2", ONE.plus(Duration.ofHours(24))));
        assertThat(credentials.token("h1")).isPresent();
        directory.apply(issuedAt("tk_3", ONE.plus(Duration.ofHours(25))));
        assertThat(credentials.token("h1")).isEmpty();
        assertThat(credentials.endedToken("h1")).contains("tk_1");
        assertThat(credentials.of(DEMO, Kind.TOKEN)).hasSize(2);
    }

    @Test
    void to_list_those_of_one_account_costs_no_more_where_there_are_many_accounts() {
        int accounts = 30_000;
        for (int i = 0; i < accounts; i++) {
            directory.apply(new AccessKeyIssued(new AccountId("a" + i), "AK" + i, Facts.SEALED, NOON));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < accounts; i++) {
                assertThat(credentials.of(new AccountId("a" + i), Kind.ACCESS_KEY))
                        .hasSize(1);
            }
        });
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

    private static AccountTokenIssued issuedAt(String id, Instant at) {
        return new AccountTokenIssued(DEMO, id, "hash of " + id, READER, null, at);
    }

    private static AccountTokenIssued issued() {
        return new AccountTokenIssued(DEMO, "tk_1", "h1", READER, null, NOON);
    }
}
