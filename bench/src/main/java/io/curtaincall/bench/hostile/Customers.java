package io.curtaincall.bench.hostile;

import io.curtaincall.bench.deliver.Journeys;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ReceivedRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All receivers behind one port, each with a path of its own, in one mood at a time. */
final class Customers implements AutoCloseable {
    private static final String PATH = "/customer-";
    private static final Answer LATE = Answer.late(Duration.ofSeconds(8));

    /** How they answer. */
    enum Mood {
        GOOD,
        /** Some do as their {@link Misbehaviour} says. */
        SOME_HOSTILE,
        /** Everybody takes almost the whole time there is. */
        ALL_SLOW
    }

    private final HostilePlan plan;
    private final Journeys journeys;
    private final Map<Misbehaviour, AtomicLong> suffered = new ConcurrentHashMap<>();
    private final CallbackReceiver receiver;
    private volatile Mood mood = Mood.GOOD;

    Customers(HostilePlan plan, Journeys journeys) {
        this.plan = plan;
        this.journeys = journeys;
        receiver = CallbackReceiver.startForgetful(this::note);
        for (int endpoint = 0; endpoint < plan.endpoints(); endpoint++) {
            int own = endpoint;
            receiver.on(PATH + endpoint, (nth, request) -> answerOf(own));
        }
    }

    private void note(ReceivedRequest request) {
        int number = journeys.text().numberIn(request.rawBody());
        if (number >= 0) journeys.received(number, System.nanoTime());
    }

    private Answer answerOf(int endpoint) {
        return switch (mood) {
            case GOOD -> Answer.ok();
            case ALL_SLOW -> LATE;
            case SOME_HOSTILE -> plan.isHostile(endpoint) ? misbehaving(Misbehaviour.of(endpoint)) : Answer.ok();
        };
    }

    private Answer misbehaving(Misbehaviour misbehaviour) {
        suffered.computeIfAbsent(misbehaviour, ignored -> new AtomicLong()).incrementAndGet();
        return misbehaviour.answer();
    }

    void become(Mood next) {
        mood = next;
    }

    String url(int endpoint) {
        return receiver.url(PATH + endpoint);
    }

    /** Requests that were met by a misbehaviour. */
    long suffered(Misbehaviour misbehaviour) {
        AtomicLong count = suffered.get(misbehaviour);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
