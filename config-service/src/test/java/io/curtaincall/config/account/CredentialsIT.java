package io.curtaincall.config.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class CredentialsIT {
    private static final String READER = "{\"role\":\"read\",\"domains\":[\"A.example.com\"],\"note\":\"the wall\"}";
    private static final String WRITER = "{\"role\":\"write\"}";

    private final ConfigClient operator;

    CredentialsIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void a_token_is_shown_once_and_listed_without_it() {
        ConfigClient account = operator.as(operator.openAccount("token-lister"));
        Reply issued = account.post("/v1/accounts/token-lister/tokens", READER);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.json().propertyNames()).containsExactly("id", "token", "role", "domains", "note", "issuedAt");
        assertThat(issued.text("/domains/0")).isEqualTo("a.example.com");
        Reply list = account.get("/v1/accounts/token-lister/tokens");
        assertThat(list.json().get("credentials")).hasSize(2);
        assertThat(list.text("/credentials/1/id")).isEqualTo(issued.text("/id"));
        assertThat(list.text("/credentials/1/note")).isEqualTo("the wall");
        assertThat(list.response().body()).doesNotContain(issued.text("/token"), account.token());
    }

    @Test
    void a_reader_sees_what_is_of_its_domains_and_changes_nothing() {
        ConfigClient account = operator.as(operator.openAccount("narrow"));
        String config = "{\"domain\":\"%s.example.com\",\"url\":\"https://8.8.8.8/cb\"}";
        String inside = account.post("/v1/notify-configs", config.formatted("narrow-in"))
                .header("Location");
        String outside = account.post("/v1/notify-configs", config.formatted("narrow-out"))
                .header("Location");
        String grant = "{\"role\":\"%s\",\"domains\":[\"narrow-in.example.com\"]}";
        ConfigClient reader = issued(account, "narrow", grant.formatted("read"));
        ConfigClient writer = issued(account, "narrow", grant.formatted("write"));
        assertThat(reader.get(inside).status()).isEqualTo(200);
        assertThat(reader.get(outside).status()).isEqualTo(404);
        assertThat(reader.get("/v1/notify-configs").json().get("notifyConfigs")).hasSize(1);
        assertThat(reader.get("/v1/domains").json().get("domains")).hasSize(1);
        Reply refused = reader.post("/v1/notify-configs", config.formatted("narrow-in"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).isEqualTo("this needs the role write, and the caller's is read");
        assertThat(reader.delete(inside).status()).isEqualTo(403);
        Reply elsewhere = writer.post("/v1/notify-configs", config.formatted("narrow-out"));
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.text("/detail"))
                .isEqualTo("the caller is limited to domains that narrow-out.example.com is none of");
        assertThat(writer.put(inside, config.formatted("narrow-out"), "If-Match", "1")
                        .status())
                .isEqualTo(403);
        assertThat(writer.delete(outside).status()).isEqualTo(404);
        assertThat(writer.delete(inside).status()).isEqualTo(204);
    }

    @Test
    void a_revoked_token_is_nobodys_and_says_since_when() {
        ConfigClient account = operator.as(operator.openAccount("revoker"));
        Reply issued = account.post("/v1/accounts/revoker/tokens", WRITER);
        ConfigClient other = account.as(issued.text("/token"));
        String path = "/v1/accounts/revoker/tokens/" + issued.text("/id");
        assertThat(other.get("/v1/notify-configs").status()).isEqualTo(200);
        assertThat(account.delete(path).status()).isEqualTo(204);
        Reply refused = other.get("/v1/notify-configs");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/detail")).startsWith("this token, " + issued.text("/id") + ", was revoked");
        assertThat(account.delete(path).status()).isEqualTo(404);
        assertThat(account.get("/v1/accounts/revoker/tokens").json().get("credentials"))
                .hasSize(1);
    }

    @Test
    void a_rotated_token_holds_beside_its_successor_for_the_overlap() {
        ConfigClient account = operator.as(operator.openAccount("rotator"));
        String id = account.get("/v1/accounts/rotator/tokens").text("/credentials/0/id");
        String rotate = "/v1/accounts/rotator/tokens/" + id + "/rotate";
        Reply rotated = account.post(rotate, "{\"overlap\":\"24h\"}");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.text("/replaces/id")).isEqualTo(id);
        assertThat(account.get("/v1/notify-configs").status()).isEqualTo(200);
        ConfigClient successor = account.as(rotated.text("/token"));
        assertThat(successor.post(rotate, "{\"overlap\":\"0\"}").status()).isEqualTo(201);
        assertThat(account.get("/v1/notify-configs").status()).isEqualTo(401);
        assertThat(successor.get("/v1/notify-configs").status()).isEqualTo(200);
        for (String wrong : new String[] {"31d", "-1h", "1", "soon"}) {
            Reply refused = successor.post(rotate, "{\"overlap\":\"" + wrong + "\"}");
            assertThat(refused.text("/errors/0/field")).as(wrong).isEqualTo("/overlap");
        }
    }

    @Test
    void an_access_key_is_issued_rotated_and_revoked_like_a_token() {
        ConfigClient account = operator.as(operator.openAccount("keys"));
        Reply issued = account.post("/v1/accounts/keys/access-keys", READER);
        assertThat(issued.json().propertyNames())
                .containsExactly("id", "accessKeyId", "accessKeySecret", "role", "domains", "note", "issuedAt");
        Reply rotated =
                account.post("/v1/accounts/keys/access-keys/" + issued.text("/id") + "/rotate", "{\"overlap\":\"0s\"}");
        assertThat(rotated.text("/role")).isEqualTo("read");
        assertThat(rotated.text("/note")).isEqualTo("the wall");
        assertThat(operator.get("/v1/accounts?pageSize=1000").response().body())
                .contains(rotated.text("/id"))
                .doesNotContain(issued.text("/id"), rotated.text("/accessKeySecret"));
        assertThat(account.delete("/v1/accounts/keys/access-keys/" + rotated.text("/id"))
                        .status())
                .isEqualTo(204);
        assertThat(account.get("/v1/accounts/keys/access-keys").json().get("credentials"))
                .hasSize(1);
    }

    @Test
    void only_who_may_everything_with_an_account_manages_its_credentials_and_gives_no_more_than_it_has() {
        ConfigClient account = operator.as(operator.openAccount("manager"));
        operator.openAccount("stranger-to-manager");
        String path = "/v1/accounts/manager/tokens";
        assertThat(issued(account, "manager", "{\"role\":\"read-bodies\"}")
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(issued(account, "manager", "{\"role\":\"write\",\"domains\":[\"a.example.com\"]}")
                        .post(path, WRITER)
                        .status())
                .isEqualTo(403);
        assertThat(account.post("/v1/accounts/stranger-to-manager/tokens", WRITER)
                        .status())
                .isEqualTo(404);
        assertThat(account.post("/v1/accounts/nobody/tokens", WRITER).status()).isEqualTo(404);
        assertThat(operator.post(path, WRITER).status()).isEqualTo(201);
        assertThat(account.post("/v1/accounts/manager/secrets", WRITER).status())
                .isEqualTo(404);
        for (String wrong : new String[] {"{\"role\":\"operator\"}", "{}", "{\"role\":\"root\"}"}) {
            assertThat(account.post(path, wrong).text("/errors/0/field")).isEqualTo("/role");
        }
        assertThat(account.post(path, "{\"role\":\"read\",\"domains\":[\"a.example.com\",\"no/host\"]}")
                        .text("/errors/0/field"))
                .isEqualTo("/domains/1");
        assertThat(account.post(path, "{\"role\":\"read\",\"domains\":[]}").status())
                .isEqualTo(400);
    }

    @Test
    void the_operator_has_narrower_tokens_for_others_and_one_of_its_own_is_always_left() {
        operator.openAccount("overseen");
        Reply issued = operator.post("/v1/operator-tokens", "{\"role\":\"read\",\"note\":\"scraper\"}");
        assertThat(issued.status()).isEqualTo(201);
        ConfigClient overseer = operator.as(issued.text("/token"));
        assertThat(overseer.get("/v1/accounts").status()).isEqualTo(200);
        assertThat(overseer.get("/v1/notify-configs").status()).isEqualTo(200);
        assertThat(overseer.post("/v1/accounts", "{}").status()).isEqualTo(403);
        assertThat(overseer.get("/v1/operator-tokens").status()).isEqualTo(403);
        assertThat(overseer.get("/v1/accounts/overseen/tokens").status()).isEqualTo(403);
        Reply limited = operator.post("/v1/operator-tokens", "{\"role\":\"operator\",\"domains\":[\"a.example.com\"]}");
        assertThat(limited.text("/errors/0/field")).isEqualTo("/domains");
        Reply list = operator.get("/v1/operator-tokens");
        assertThat(list.response().body()).contains("scraper").doesNotContain(issued.text("/token"), operator.token());
        assertThat(operator.delete("/v1/operator-tokens/" + issued.text("/id")).status())
                .isEqualTo(204);
        assertThat(overseer.get("/v1/accounts").status()).isEqualTo(401);
        Reply last = operator.delete("/v1/operator-tokens/" + list.text("/credentials/0/id"));
        assertThat(last.status()).isEqualTo(409);
    }

    private static ConfigClient issued(ConfigClient by, String account, String grant) {
        return by.as(by.post("/v1/accounts/" + account + "/tokens", grant).text("/token"));
    }
}
