package io.curtaincall.access.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreAddressTest {
    @ParameterizedTest
    @CsvSource({
        "mongodb://db,                           mongodb://db/curtaincall",
        "mongodb://db:27017/,                    mongodb://db:27017/curtaincall",
        "mongodb://db/?retryWrites=false,        mongodb://db/curtaincall?retryWrites=false",
        "mongodb://db/mine?retryWrites=false,    mongodb://db/mine?retryWrites=false",
        "mongodb://u:p@db,                       mongodb://u:p@db/curtaincall?authSource=admin",
        "mongodb://u:p@db/?authSource=users,     mongodb://u:p@db/curtaincall?authSource=users",
        "'mongodb://a:1,b:2/?replicaSet=rs0',    'mongodb://a:1,b:2/curtaincall?replicaSet=rs0'",
    })
    void an_address_without_a_database_gets_one_and_logs_in_as_before(String given, String used) {
        assertThat(StoreAddress.of(given).uri()).isEqualTo(used);
    }

    @Test
    void what_people_see_of_it_holds_no_password() {
        assertThat(StoreAddress.of("mongodb://user:hush@db:27017/mine"))
                .asString()
                .isEqualTo("db:27017/mine");
    }

    @Test
    void what_is_no_such_address_is_refused() {
        assertThatThrownBy(() -> StoreAddress.of("postgres://db"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("mongodb://");
    }
}
