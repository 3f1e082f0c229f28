package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.Set;

/**
 * An account's wish to be told of the mixed-stream relays of one application.
 *
 * @param id names it for its whole life; one that is made again after its removal has another
 * @param channels the channels meant, none for all of the application's
 */
public record RelaySubscription(
        AccountId account, String appId, String id, Set<String> channels, String url, Instant createdAt) {}
