package io.curtaincall.dialects.huawei;

import io.curtaincall.directory.Account;
import io.curtaincall.events.account.AccountId;

/**
 * An admitted request.
 *
 * @param id of what it is about, empty if of none
 */
record Call(Identified caller, String id, ApiRequest request) {
    Account account() {
        return caller.account();
    }

    AccountId accountId() {
        return caller.admitted().account();
    }

    QueryParameters query() {
        return new QueryParameters(request.query());
    }

    /** @throws HuaweiRefusal if the body is no JSON object */
    JsonFields body() {
        return JsonFields.of(request);
    }
}
