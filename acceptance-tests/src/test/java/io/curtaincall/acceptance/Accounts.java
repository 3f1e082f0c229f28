package io.curtaincall.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Installation;

/** Accounts of a test's own. */
final class Accounts {
    private static final JsonMapper JSON = new JsonMapper();

    private Accounts() {}

    /** One more, which other processes know a moment later. */
    static Credentials.Account open(Installation installation) {
        String opened = installation.asOperator().openAccount().expect(201).text();
        try {
            return JSON.readValue(opened, Credentials.Account.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(opened, e);
        }
    }
}
