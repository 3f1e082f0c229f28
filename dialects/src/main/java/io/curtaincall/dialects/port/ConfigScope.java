package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;

/**
 * What an account has at most one notify config for.
 *
 * @param format the body format, which is the dialect's name
 * @param app an exact application name, or {@code *} for all of the domain's
 * @param part of the domain's application, where the dialect keeps a config for each of several things; else empty
 */
public record ConfigScope(AccountId account, String format, String domain, String app, String part) {
    public ConfigScope(AccountId account, String format, String domain, String app) {
        this(account, format, domain, app, "");
    }
}
