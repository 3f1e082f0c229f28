package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.directory.Account;

/** Who asks, and what the key or token that proved it lets it do. */
record Identified(Account account, Admitted admitted) {}
