package io.curtaincall.access.caller;

import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Role;
import org.jspecify.annotations.Nullable;

/** Who sent a request. A controller method that takes one refuses anonymous requests by that alone. */
public sealed interface Caller {
    Rights rights();

    /** Runs the installation, as far as its rights go: reports for all domains, opens accounts, starts replays. */
    record Operator(Rights rights) implements Caller {
        public Operator() {
            this(Rights.OPERATOR);
        }
    }

    /** A tenant: sees and changes what is its own, as far as its rights go. */
    record AccountCaller(AccountId accountId, Rights rights) implements Caller {
        public AccountCaller(AccountId accountId) {
            this(accountId, Rights.UNLIMITED);
        }
    }

    /** @throws io.curtaincall.access.problem.RefusedException {@code Forbidden}, which says what is missing */
    default void require(Right right) {
        switch (right) {
            case READ -> rights().require(Role.READ);
            case READ_BODIES -> rights().require(Role.READ_BODIES);
            case WRITE -> rights().require(Role.WRITE);
            case MANAGE_CREDENTIALS -> {
                rights().require(this instanceof Operator ? Role.OPERATOR : Role.WRITE);
                rights().requireAllDomains();
            }
            case OVERSEE -> {
                requireOperator();
                rights().requireAllDomains();
            }
            case OPERATE -> {
                requireOperator();
                rights().require(Role.OPERATOR);
            }
        }
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the caller is an account */
    default void requireOperator() {
        if (!(this instanceof Operator)) throw new Forbidden("this needs the operator's token").refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the caller is the operator, who owns nothing */
    default AccountId requireAccount() {
        if (this instanceof AccountCaller account) return account.accountId();
        throw new Forbidden("this needs an account's token, the operator owns nothing").refused();
    }

    /**
     * Whether what is of this owner and domain is there for the caller; what is not looks as if there were none.
     *
     * @param owner null if it is nobody's
     */
    default boolean sees(@Nullable AccountId owner, String domain) {
        return owns(owner) && rights().cover(domain);
    }

    /** The same of what is of no domain. */
    default boolean owns(@Nullable AccountId owner) {
        return switch (this) {
            case Operator operator -> true;
            case AccountCaller account -> account.accountId().equals(owner);
        };
    }
}
