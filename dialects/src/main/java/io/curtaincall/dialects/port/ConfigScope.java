package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;

/**
 * What an account has at most one notify config for.
 *
 * @param format the body format, which is the dialect's name
 * @param app an exact application name, or {@code *} for all of the domain's
 */
public record ConfigScope(AccountId account, String format, String domain, String app) {}
