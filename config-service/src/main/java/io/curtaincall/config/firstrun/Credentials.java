package io.curtaincall.config.firstrun;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.config.account.AccountCredentials;

/** What {@code credentials.json} says. */
@JsonPropertyOrder({"operatorToken", "account"})
record Credentials(String operatorToken, AccountCredentials account) {
    @Override
    public String toString() {
        return "Credentials[" + account + "]";
    }
}
