package io.curtaincall.events.notifyconfig;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.live.Topic;
import java.util.Set;

/**
 * A whole notify config as of one version: who is called for which scope and topics, where and how.
 *
 * @param version 1 when added, one more with every change
 * @param app an exact application name or {@code *} for all of the domain's
 * @param format the body format, {@code curtaincall} for the CloudEvent itself
 */
public record NotifyConfigVersion(
        NotifyConfigId configId,
        long version,
        AccountId accountId,
        String domain,
        String app,
        String url,
        Set<Topic> topics,
        String format,
        Signing signing,
        boolean enabled) {

    /** The application name that stands for every application of a domain. */
    public static final String ANY_APP = "*";

    /** How callbacks are signed; the only scheme so far is {@code standard-webhooks}. */
    public record Signing(String scheme, SealedSecret secret) {}

    /** Whether a live event of this scope and topic is one this config asks for, enabled or not. */
    public boolean matches(String eventDomain, String eventApp, Topic topic) {
        return domain.equals(eventDomain) && (app.equals(ANY_APP) || app.equals(eventApp)) && topics.contains(topic);
    }
}
