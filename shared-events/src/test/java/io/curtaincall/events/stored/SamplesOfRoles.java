package io.curtaincall.events.stored;

import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import java.util.Map;

/** The same of what tokens and keys let their holders do. */
final class SamplesOfRoles {
    static final Map<String, Object> ALL = Map.of(
            "with-grant",
            new AccessKeyIssued(Samples.DEMO, "AK2", Samples.SEALED, Samples.NOON, Samples.LIMITED, "for the console"));

    private SamplesOfRoles() {}
}
