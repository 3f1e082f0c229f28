package io.curtaincall.dispatch.plan;

import io.curtaincall.events.account.AccountId;

/** What is planned and not delivered yet, as who takes events in has to know of it. */
public interface Backlog {
    /** Of who delivers nothing. */
    Backlog NONE = new Backlog() {
        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public boolean isFull(AccountId account) {
            return false;
        }
    };

    /** Whether nothing should be added to it for now, whoever's it is. */
    boolean isFull();

    /** Whether the account has its share of it, so that nothing of that account's should be added for now. */
    boolean isFull(AccountId account);
}
