package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code POST /v1/notify-configs/{id}/rotate-key}, and signing with private keys. */
@ExtendWith(SharedService.class)
class RotateKeyIT {
    private static final String PATH = "/v1/notify-configs";
    private static final String PRIVATE_KEY = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    private static final String PUBLIC_KEY = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private final ConfigClient operator;
    private ConfigClient account;
    private String name = "";

    RotateKeyIT(ConfigClient operator) {
        this.operator = operator;
        this.account = operator;
    }

    @BeforeEach
    void open_an_account(TestInfo test) {
        name = "r" + Integer.toHexString(test.getDisplayName().hashCode());
        account = operator.as(operator.openAccount(name));
    }

    @Test
    void a_new_secret_is_made_and_shown_once_and_the_old_one_signs_for_a_day() {
        Reply added = account.post(PATH, config("{}"));
        String path = added.header("Location");
        Reply rotated = account.send("POST", path + "/rotate-key", null, "If-Match", "1");
        assertThat(rotated.status()).as(rotated.response().body()).isEqualTo(200);
        assertThat(rotated.header("ETag")).isEqualTo("\"2\"");
        assertThat(rotated.text("/signing/secret")).startsWith("whsec_").isNotEqualTo(added.text("/signing/secret"));
        assertThat(rotated.text("/signing/keyId")).isEqualTo("k2");
        assertThat(rotated.text("/signing/olderKeys/0/keyId")).isEqualTo("k1");
        Reply read = account.get(path);
        assertThat(read.response().body()).doesNotContain("whsec_");
        assertThat(read.json().at("/signing/olderKeys").size()).isEqualTo(1);
        assertThat(Instant.parse(read.text("/signing/olderKeys/0/until")))
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
    }

    @Test
    void a_rotation_needs_the_version_it_changes() {
        String path = account.post(PATH, config("{}")).header("Location") + "/rotate-key";
        assertThat(account.post(path, "{}").status()).isEqualTo(428);
        assertThat(account.send("POST", path, "{}", "If-Match", "9").status()).isEqualTo(412);
    }

    @Test
    void what_was_read_during_the_overlap_can_be_sent_back_and_both_keys_stay() {
        String path = account.post(PATH, config("{}")).header("Location");
        account.send("POST", path + "/rotate-key", "{\"overlap\":\"2h\"}", "If-Match", "1");
        String read = account.get(path).response().body();
        Reply changed = account.put(path, read.replace("8.8.8.8", "9.9.9.9"), "If-Match", "2");
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(changed.text("/signing/keyId")).isEqualTo("k2");
        assertThat(changed.text("/signing/olderKeys/0/keyId")).isEqualTo("k1");
        String replaced = config("{\"secret\":\"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3\"}");
        Reply one = account.put(path, replaced, "If-Match", "3");
        assertThat(one.text("/signing/keyId")).isEqualTo("k4");
        assertThat(one.json().at("/signing/olderKeys").isMissingNode()).isTrue();
    }

    @Test
    void a_private_key_is_made_or_taken_and_its_public_key_is_told_to_everybody_who_may_read() {
        Reply made = account.post(PATH, config("{\"scheme\":\"standard-webhooks-ed25519\"}"));
        assertThat(made.text("/signing/secret")).startsWith("whsk_");
        assertThat(made.text("/signing/publicKey")).startsWith("whpk_");
        String path = made.header("Location");
        assertThat(account.get(path).text("/signing/publicKey")).isEqualTo(made.text("/signing/publicKey"));
        String given = "{\"secret\":\"" + PRIVATE_KEY + "\",\"overlap\":\"P1D\"}";
        Reply rotated = account.send("POST", path + "/rotate-key", given, "If-Match", "1");
        assertThat(rotated.text("/signing/publicKey")).isEqualTo(PUBLIC_KEY);
        assertThat(account.get(path).text("/signing/olderKeys/0/publicKey")).isEqualTo(made.text("/signing/publicKey"));
        assertThat(account.get(path).response().body()).doesNotContain("whsk_");
        Reply kept = account.put(path, config("{}"), "If-Match", "2");
        assertThat(kept.text("/signing/scheme")).isEqualTo("standard-webhooks-ed25519");
        assertThat(kept.text("/signing/publicKey")).isEqualTo(PUBLIC_KEY);
    }

    @Test
    void a_rotation_may_change_the_scheme_and_a_put_that_does_needs_a_secret() {
        String path = account.post(PATH, config("{}")).header("Location");
        String scheme = "{\"scheme\":\"standard-webhooks-ed25519\"}";
        assertThat(account.put(path, config(scheme), "If-Match", "1").text("/errors/0/field"))
                .isEqualTo("/signing/secret");
        Reply rotated = account.send("POST", path + "/rotate-key", scheme, "If-Match", "1");
        assertThat(rotated.text("/signing/scheme")).isEqualTo("standard-webhooks-ed25519");
        assertThat(rotated.text("/signing/secret")).startsWith("whsk_");
        assertThat(rotated.text("/signing/olderKeys/0/keyId")).isEqualTo("k1");
    }

    @Test
    void what_does_not_hold_is_told_by_name() {
        String path = account.post(PATH, config("{}")).header("Location") + "/rotate-key";
        Reply refused = account.send(
                "POST", path, "{\"overlap\":\"31d\",\"secret\":\"" + PRIVATE_KEY + "\",\"more\":1}", "If-Match", "1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/secret");
        assertThat(refused.text("/errors/1/field")).isEqualTo("/overlap");
        assertThat(refused.text("/errors/2/field")).isEqualTo("/more");
    }

    @Test
    void another_accounts_key_is_not_rotated() {
        String path = account.post(PATH, config("{}")).header("Location") + "/rotate-key";
        ConfigClient other = operator.as(operator.openAccount(name + "-other"));
        assertThat(other.send("POST", path, "{}", "If-Match", "1").status()).isEqualTo(404);
    }

    private String config(String signing) {
        return "{\"domain\":\"" + name + ".example.com\",\"url\":\"https://8.8.8.8/cb\",\"signing\":" + signing + "}";
    }
}
