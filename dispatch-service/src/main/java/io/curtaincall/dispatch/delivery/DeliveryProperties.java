package io.curtaincall.dispatch.delivery;

import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code dispatch.delivery.*}; every key and its default is here and nowhere else.
 *
 * @param quickAttempts how many attempts are made at once, from memory
 * @param quickWait before the second of them, doubled for each further one; half of it is drawn by lot
 * @param quickMaxWait the longest of these waits
 * @param schedule the waits after the quick attempts, kept in the store; when used up the callback is abandoned
 * @param scheduleJitter the part of such a wait that may be added by lot
 * @param inHand most callbacks held in memory, by shares of the accounts; more stay in the due list
 * @param inHandPerEndpoint most of them for one notify config
 * @param inFlight most attempts under way, by shares of the accounts
 * @param inFlightPerEndpoint most of them for one notify config
 * @param patience how long a callback in memory waits for its turn before it is left to the due list
 * @param dueLag how old an event is before the due list takes note of it
 * @param dueTick how often the due list does so
 * @param dueBatch how many events it takes at once
 * @param duePoll how often due callbacks are looked for, at the quickest
 * @param dueClaim how many are claimed at once
 * @param mostUnfinished how many callbacks may be unfinished before no more events are taken in; what an account has
 *     beyond its share counts for that account only
 * @param mostUnfinishedPerAccount how many of one account may be before no more events of its domains are taken in, null
 *     for half of all
 * @param disabledPause how long a callback of a disabled config rests at first before it is looked at again
 * @param circuit when a receiver that fails is left alone for a while
 * @param giveUpAfter how long every attempt of a config may fail before it is disabled
 * @param heartbeat how often a process says that it is alive
 * @param life how long it is believed after it last did
 * @param stopGrace how long attempts under way may take to end when the process is stopped
 */
@ConfigurationProperties("dispatch.delivery")
record DeliveryProperties(
        @DefaultValue("3") int quickAttempts,
        @DefaultValue("500ms") Duration quickWait,
        @DefaultValue("5s") Duration quickMaxWait,

        @DefaultValue({"1m", "5m", "30m", "2h", "6h", "12h", "24h", "24h"})
        List<Duration> schedule,

        @DefaultValue("0.1") double scheduleJitter,
        @DefaultValue("10000") int inHand,
        @DefaultValue("2000") int inHandPerEndpoint,
        @DefaultValue("3000") int inFlight,
        @DefaultValue("64") int inFlightPerEndpoint,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("1s") Duration dueLag,
        @DefaultValue("3s") Duration dueTick,
        @DefaultValue("5000") int dueBatch,
        @DefaultValue("200ms") Duration duePoll,
        @DefaultValue("200") int dueClaim,
        @DefaultValue("1000000") long mostUnfinished,
        @Nullable Long mostUnfinishedPerAccount,
        @DefaultValue("30s") Duration disabledPause,
        @DefaultValue Breaker circuit,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("1s") Duration heartbeat,
        @DefaultValue("4s") Duration life,
        @DefaultValue("7500ms") Duration stopGrace) {

    private static final double QUICK_JITTER = 0.5;

    /**
     * {@code dispatch.delivery.circuit.*}.
     *
     * @param window how many of the newest attempts count
     * @param failurePercent how many of them must have failed
     * @param pause how long nothing is sent then, twice as long each time the receiver is still down
     * @param longestPause the longest of these pauses
     * @param probes how many attempts find out whether it is back
     */
    record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("80") int failurePercent,
            @DefaultValue("10s") Duration pause,
            @DefaultValue("2m") Duration longestPause,
            @DefaultValue("3") int probes) {}

    DeliveryPolicy policy() {
        Quick quick = new Quick(quickAttempts, quickWait, quickMaxWait, QUICK_JITTER);
        return new DeliveryPolicy(quick, schedule, scheduleJitter, null, Success.ANY_2XX);
    }

    long shareOfAccount() {
        return mostUnfinishedPerAccount == null ? Math.max(1, mostUnfinished / 2) : mostUnfinishedPerAccount;
    }

    /** How long the due list may take to show what has happened; beyond that it is merely behind. */
    Duration dueBehind() {
        return dueLag.plus(dueTick).multipliedBy(2);
    }
}
