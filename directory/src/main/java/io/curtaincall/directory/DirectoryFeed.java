package io.curtaincall.directory;

import io.curtaincall.eventstore.StoredStreams;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the event store into the {@link Directory} for as long as the process lives. */
final class DirectoryFeed implements SmartLifecycle {
    /** Before the web server and before every processor. */
    static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(DirectoryFeed.class);
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final long SAVE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Directory directory;
    private final DirectoryRows rows;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final StoredStreams streams;
    private volatile @Nullable Thread thread;
    private volatile long startedFrom;
    private long savedPosition;
    private long savedAtNanos;

    DirectoryFeed(
            Directory directory,
            DirectoryRows rows,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            StoredStreams streams) {
        this.directory = directory;
        this.rows = rows;
        this.events = events;
        this.streams = streams;
    }

    @Override
    public void start() {
        savedPosition = rows.position();
        startedFrom = savedPosition;
        if (savedPosition > 0) rows.events().forEach(directory::apply);
        directory.advanceTo(savedPosition);
        long head = streams.position();
        Thread reader = new Thread(this::run, "directory-feed");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
        awaitCatchUp(head);
    }

    /** However long it takes: who does not know the notify configs yet would accept events and call nobody. */
    private void awaitCatchUp(long head) {
        try {
            while (isRunning() && !directory.awaitPosition(head, CATCH_UP)) {
                log.warn(
                        "the directory is at {} of {}; nothing is taken in until it is there",
                        directory.position(),
                        head);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isRunning()) {
            long from = directory.position();
            TrackingToken token = from == 0 ? null : new GlobalSequenceTrackingToken(from);
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token)) {
                follow(stream);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("directory could not read on from {}, will try again: {}", directory.position(), e.toString());
                pause();
            }
        }
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        while (isRunning()) {
            long settled = streams.position();
            if (stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)) take(stream.nextAvailable());
            else directory.advanceTo(settled); // the last positions may hold no event
            savePositionNowAndThen();
        }
    }

    private void take(TrackedEventMessage<?> message) {
        OptionalLong position = message.trackingToken().position();
        if (DirectoryEntry.isOne(message.getPayloadType())) {
            Object event = message.getPayload();
            DirectoryEntry.of(event).ifPresent(entry -> rows.save(entry, position.orElseThrow(), event));
            directory.apply(event);
        }
        directory.advanceTo(position.orElseThrow());
    }

    private void savePositionNowAndThen() {
        long now = System.nanoTime();
        if (directory.position() == savedPosition || now - savedAtNanos < SAVE_EVERY_NANOS) return;
        savedPosition = directory.position();
        savedAtNanos = now;
        rows.savePosition(savedPosition);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The position the saved rows stood for when this process started; what follows was read from the event store. */
    long startedFrom() {
        return startedFrom;
    }

    @Override
    public void stop() {
        Thread reader = thread;
        thread = null;
        if (reader != null) reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        Thread reader = thread;
        return reader != null && !reader.isInterrupted();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
