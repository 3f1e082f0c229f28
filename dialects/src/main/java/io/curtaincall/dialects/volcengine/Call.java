package io.curtaincall.dialects.volcengine;

import io.curtaincall.events.account.AccountId;

/** An admitted request. */
record Call(AccountId account, Parameters parameters) {}
