package io.curtaincall.access.caller;

import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.events.account.AccountId;

/** Who sent a request. A controller method that takes one refuses anonymous requests by that alone. */
public sealed interface Caller {
    /** Runs the installation: may report for all domains, open accounts, start replays. */
    record Operator() implements Caller {}

    /** A tenant: sees and changes what is its own. */
    record AccountCaller(AccountId accountId) implements Caller {}

    /** @throws io.curtaincall.access.problem.RefusedException if the caller is an account */
    default void requireOperator() {
        if (!(this instanceof Operator)) throw new Forbidden("this needs the operator's token").refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the caller is the operator, who owns nothing */
    default AccountId requireAccount() {
        if (this instanceof AccountCaller account) return account.accountId();
        throw new Forbidden("this needs an account's token, the operator owns nothing").refused();
    }
}
