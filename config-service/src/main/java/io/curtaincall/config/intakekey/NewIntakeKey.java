package io.curtaincall.config.intakekey;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** An intake key with its secret in clear, shown once. */
@JsonPropertyOrder({"id", "accountId", "secret"})
record NewIntakeKey(String id, String accountId, String secret) {
    @Override
    public String toString() {
        return "NewIntakeKey[" + id + "]";
    }
}
