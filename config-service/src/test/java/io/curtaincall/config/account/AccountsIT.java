package io.curtaincall.config.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class AccountsIT {
    private final ConfigClient operator;

    AccountsIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void an_account_is_opened_with_its_credentials_and_its_token_works_at_once() {
        var opened = operator.post("/v1/accounts", "{\"id\":\"acme\"}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().propertyNames())
                .containsExactly("id", "token", "accessKeyId", "accessKeySecret", "projectId");
        assertThat(opened.text("/id")).isEqualTo("acme");
        assertThat(opened.text("/projectId")).matches("[0-9a-f]{32}");
        assertThat(operator.as(opened.text("/token")).get("/v1/notify-configs").status())
                .isEqualTo(200);
    }

    @Test
    void an_account_without_a_wanted_id_gets_one() {
        assertThat(operator.post("/v1/accounts", null).text("/id")).matches("acct-[0-9a-f]{12}");
        assertThat(operator.post("/v1/accounts", "{}").text("/id")).matches("acct-[0-9a-f]{12}");
    }

    @Test
    void the_list_names_every_account_and_no_secret() {
        var opened = operator.post("/v1/accounts", "{\"id\":\"listed\"}");
        var list = operator.get("/v1/accounts?pageSize=1000");
        assertThat(list.response().body())
                .contains("\"id\":\"listed\"", opened.text("/accessKeyId"))
                .doesNotContain(opened.text("/token"), opened.text("/accessKeySecret"));
        assertThat(list.json().at("/page/total").asInt())
                .isEqualTo(list.json().get("accounts").size());
    }

    @Test
    void the_list_has_pages_by_id_each_account_with_its_keys() {
        String first = operator.post("/v1/accounts", "{\"id\":\"0-paged-a\"}").text("/accessKeyId");
        String second = operator.post("/v1/accounts", "{\"id\":\"0-paged-b\"}").text("/accessKeyId");
        var page = operator.get("/v1/accounts?pageSize=1");
        assertThat(page.json().get("accounts")).hasSize(1);
        assertThat(page.text("/accounts/0/id")).isEqualTo("0-paged-a");
        assertThat(page.text("/accounts/0/accessKeyIds/0")).isEqualTo(first);
        var next = operator.get("/v1/accounts?pageSize=1&cursor=" + page.text("/page/next"));
        assertThat(next.text("/accounts/0/id")).isEqualTo("0-paged-b");
        assertThat(next.text("/accounts/0/accessKeyIds/0")).isEqualTo(second);
    }

    @Test
    void parameters_that_cannot_be_read_are_refused_by_name_where_they_have_one() {
        var mismatch = operator.get("/v1/accounts?pageSize=abc");
        assertThat(mismatch.status()).isEqualTo(400);
        assertThat(mismatch.text("/errors/0/field")).isEqualTo("pageSize");
        assertThat(operator.getRaw("/v1/accounts?cursor=%%%")).isEqualTo(400);
    }

    @Test
    void an_id_is_opened_once() {
        operator.openAccount("once");
        var again = operator.post("/v1/accounts", "{\"id\":\"once\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/detail")).isEqualTo("account once exists");
    }

    @Test
    void an_id_that_would_share_the_operators_stream_or_is_no_name_is_refused() {
        for (String id : new String[] {"operator", "domain/x", "", "-a", "A", "a".repeat(64)}) {
            var refused = operator.post("/v1/accounts", "{\"id\":\"" + id + "\"}");
            assertThat(refused.status()).as(id).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("/id");
        }
    }

    @Test
    void records_are_kept_for_400_days_or_as_many_as_the_operator_says() {
        ConfigClient account = operator.as(operator.openAccount("keeper"));
        String path = "/v1/accounts/keeper/retention";
        assertThat(operator.get(path).text("/records")).isEqualTo("P400D");
        assertThat(operator.put(path, "{\"records\":\"P1000D\"}").text("/records"))
                .isEqualTo("P1000D");
        assertThat(operator.get(path).text("/records")).isEqualTo("P1000D");
        for (String wrong : new String[] {"P0D", "P3661D", "P1Y", "PT24H", "400", "P-1D", ""}) {
            var refused = operator.put(path, "{\"records\":\"" + wrong + "\"}");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("/records");
        }
        assertThat(operator.put("/v1/accounts/nobody/retention", "{\"records\":\"P400D\"}")
                        .status())
                .isEqualTo(404);
        assertThat(account.put(path, "{\"records\":\"P400D\"}").status()).isEqualTo(403);
        assertThat(account.get(path).status()).isEqualTo(403);
    }

    @Test
    void the_service_says_that_it_is_well() {
        assertThat(operator.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void accounts_are_the_operators_business() {
        ConfigClient account = operator.as(operator.openAccount("curious"));
        assertThat(account.get("/v1/accounts").status()).isEqualTo(403);
        assertThat(account.post("/v1/accounts", "{}").status()).isEqualTo(403);
        assertThat(operator.as("wrong").get("/v1/accounts").status()).isEqualTo(401);
    }
}
