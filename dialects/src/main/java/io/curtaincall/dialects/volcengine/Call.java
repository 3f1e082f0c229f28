package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.events.account.AccountId;

/** An admitted request. */
record Call(Admitted admitted, Parameters parameters) {
    AccountId account() {
        return admitted.account();
    }
}
