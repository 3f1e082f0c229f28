package io.curtaincall.config.intakekey;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class IntakeKeysIT {
    private final ConfigClient operator;

    IntakeKeysIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void a_key_is_shown_with_its_secret_once_and_listed_without() {
        ConfigClient account = operator.as(operator.openAccount("signer"));
        Reply issued = account.post(path("signer"), null);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("/id")).matches("ik_[A-Za-z0-9_-]{32}");
        assertThat(issued.text("/secret")).matches("iks_[A-Za-z0-9_-]{32}");
        Reply list = account.get(path("signer"));
        assertThat(list.text("/intakeKeys/0/id")).isEqualTo(issued.text("/id"));
        assertThat(list.response().body()).contains("issuedAt").doesNotContain(issued.text("/secret"));
    }

    @Test
    void two_are_live_at_most_and_a_revoked_one_is_gone() {
        ConfigClient account = operator.as(operator.openAccount("key-rotator"));
        String first = account.post(path("key-rotator"), null).text("/id");
        assertThat(operator.post(path("key-rotator"), null).status()).isEqualTo(201);
        Reply third = account.post(path("key-rotator"), null);
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text("/detail")).contains("has 2 intake keys");
        assertThat(account.delete(path("key-rotator") + "/" + first).status()).isEqualTo(204);
        assertThat(account.delete(path("key-rotator") + "/" + first).status()).isEqualTo(404);
        assertThat(account.post(path("key-rotator"), null).status()).isEqualTo(201);
    }

    @Test
    void anothers_account_looks_like_one_that_is_not_there() {
        ConfigClient account = operator.as(operator.openAccount("signing-owner"));
        String key = account.post(path("signing-owner"), null).text("/id");
        ConfigClient other = operator.as(operator.openAccount("signing-other"));
        assertThat(other.get(path("signing-owner")).status()).isEqualTo(404);
        assertThat(other.post(path("signing-owner"), null).status()).isEqualTo(404);
        assertThat(other.delete(path("signing-owner") + "/" + key).status()).isEqualTo(404);
        assertThat(other.delete(path("signing-other") + "/" + key).status()).isEqualTo(404);
        assertThat(operator.get(path("nobody")).status()).isEqualTo(404);
        assertThat(account.get(path("signing-owner")).json().get("intakeKeys").size())
                .isEqualTo(1);
    }

    private static String path(String account) {
        return "/v1/accounts/" + account + "/intake-keys";
    }
}
