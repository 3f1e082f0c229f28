package io.curtaincall.query.dialect;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.query.record.Attempts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Live events and their plans as intake appends them. */
final class DialectEvents {
    private static final String SOURCE = "/nodes/test";

    private DialectEvents() {}

    static String cloudEvent(String eventId) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + eventId + "\"}";
    }

    /** One commit of all. */
    static NewEvent[] planned(AccountId account, String... eventIds) {
        return Arrays.stream(eventIds)
                .flatMap(eventId -> planned(account, eventId))
                .toArray(NewEvent[]::new);
    }

    private static Stream<NewEvent> planned(AccountId account, String eventId) {
        LiveEventKey key = LiveEventKey.of(SOURCE, eventId);
        String stream = "live-event/" + key;
        return Stream.of(
                new NewEvent("LiveEvent", stream, 0, reported(key, eventId, account)),
                new NewEvent("LiveEvent", stream, 1, plan(key, account)));
    }

    private static LiveEventReported reported(LiveEventKey key, String eventId, AccountId account) {
        return new LiveEventReported(
                key,
                SOURCE,
                eventId,
                Topic.RECORDING_FILE_COMPLETED,
                "migrant.example",
                "live",
                "match",
                account,
                cloudEvent(eventId),
                Attempts.NOON,
                Attempts.NOON);
    }

    private static DispatchPlanned plan(LiveEventKey key, AccountId account) {
        PlannedCallback callback = new PlannedCallback(
                CallbackId.of(key, Attempts.CONFIG),
                Attempts.CONFIG,
                3,
                account,
                "https://customer.example/hook",
                "curtaincall");
        return new DispatchPlanned(key, List.of(callback), List.of(), 7, "node-1", Attempts.NOON);
    }
}
