package io.curtaincall.config.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class DomainsIT {
    private final ConfigClient operator;

    DomainsIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void the_operator_gives_a_domain_to_an_account_and_takes_it_away() {
        ConfigClient old = operator.as(operator.openAccount("old-owner"));
        operator.openAccount("new-owner");
        assertThat(operator.put("/v1/domains/Moved.example.com", "{\"accountId\":\"old-owner\"}")
                        .response()
                        .body())
                .isEqualTo("{\"domain\":\"moved.example.com\",\"accountId\":\"old-owner\"}");
        String config = "{\"domain\":\"moved.example.com\",\"url\":\"https://8.8.8.8/cb\"}";
        var added = old.post("/v1/notify-configs", config);
        assertThat(added.status()).isEqualTo(201);
        assertThat(operator.put("/v1/domains/moved.example.com", "{\"accountId\":\"new-owner\"}")
                        .status())
                .isEqualTo(200);
        assertThat(old.post("/v1/notify-configs", config).status()).isEqualTo(409);
        assertThat(old.put(added.header("Location"), config.replace("cb", "cb2"), "If-Match", "1")
                        .status())
                .isEqualTo(409);
        assertThat(old.delete(added.header("Location")).status()).isEqualTo(204);
    }

    @Test
    void a_caller_sees_its_own_domains_and_the_operator_all() {
        ConfigClient owner = operator.as(operator.openAccount("domain-lister"));
        operator.put("/v1/domains/b.lister.example.com", "{\"accountId\":\"domain-lister\"}");
        operator.put("/v1/domains/a.lister.example.com", "{\"accountId\":\"domain-lister\"}");
        operator.put("/v1/domains/c.lister.example.com", "{\"accountId\":\"demo\"}");
        assertThat(owner.get("/v1/domains").json().get("domains").toString())
                .isEqualTo("[{\"domain\":\"a.lister.example.com\",\"accountId\":\"domain-lister\"},"
                        + "{\"domain\":\"b.lister.example.com\",\"accountId\":\"domain-lister\"}]");
        assertThat(operator.get("/v1/domains?pageSize=1000").response().body()).contains("c.lister.example.com");
    }

    @Test
    void only_the_operator_assigns_and_only_to_an_account_there_is() {
        ConfigClient account = operator.as(operator.openAccount("grabber"));
        assertThat(account.put("/v1/domains/x.example.com", "{\"accountId\":\"grabber\"}")
                        .status())
                .isEqualTo(403);
        assertThat(operator.put("/v1/domains/x.example.com", "{\"accountId\":\"nobody\"}")
                        .text("/errors/0/field"))
                .isEqualTo("/accountId");
        assertThat(operator.put("/v1/domains/x_y", "{\"accountId\":\"grabber\"}")
                        .text("/errors/0/field"))
                .isEqualTo("domain");
    }
}
