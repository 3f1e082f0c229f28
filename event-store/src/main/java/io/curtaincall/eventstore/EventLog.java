package io.curtaincall.eventstore;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The parts of the store put together: one per process. */
final class EventLog implements AutoCloseable {
    private final MongoDatabase database;
    private final GlobalCounter counter;
    private final CommitLog commits;
    private final SettledReader reader;
    private final CommitMessages messages;
    private final OwnIndexes own;
    private final Tail tail;
    private final GroupCommitter committer;
    private final Set<TailStream> streams = new CopyOnWriteArraySet<>();
    private volatile Runnable onHole = () -> {};

    EventLog(MongoDatabase database, CommitMessages messages, Clock clock, EventStoreSettings settings) {
        this(database, messages, clock, settings, UnaryOperator.identity());
    }

    /** The last argument lets tests stand between the counter and the insert. */
    EventLog(
            MongoDatabase database,
            CommitMessages messages,
            Clock clock,
            EventStoreSettings settings,
            UnaryOperator<GlobalIndexes> indexes) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.messages = messages;
        counter = new GlobalCounter(this.database);
        commits = new CommitLog(this.database, clock);
        commits.ensureIndexes();
        counter.ensureBeyond(commits.lastStored());
        reader = new SettledReader(counter, commits, new GapWatch(System::nanoTime, settings.gapTimeout()));
        tail = new Tail(new RecentGaps(counter, commits).lastSettled(), messages::tracked);
        own = new OwnIndexes(indexes.apply(counter));
        Retries retries = new Retries(System::nanoTime, settings.patience());
        GroupAppend append = new GroupAppend(own, commits, new Coroner(counter, commits), retries, this::settled);
        committer = new GroupCommitter(group -> own.during(() -> append.store(group)));
    }

    StoredCommit append(PendingCommit commit) {
        return committer.append(commit);
    }

    CommitMessages messages() {
        return messages;
    }

    MongoDatabase database() {
        return database;
    }

    CommitLog commits() {
        return commits;
    }

    GlobalCounter counter() {
        return counter;
    }

    Tail tail() {
        return tail;
    }

    /** Reads from the store, past the tail. */
    Slice read(long index, int limit) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        long reached = index;
        for (StoredCommit commit : reader.after(index, limit)) {
            messages.tracked(commit).stream()
                    .filter(message -> CommitMessages.indexOf(message) > index)
                    .forEach(found::add);
            reached = commit.lastIndex();
        }
        return new Slice(found, reached);
    }

    SettledReader reader() {
        return reader;
    }

    TailStream open(long index) {
        TailStream stream = new TailStream(this, index, streams::remove);
        streams.add(stream);
        return stream;
    }

    /** Brings the tail up to what other processes have appended. */
    Progress catchUp() {
        streams.forEach(TailStream::wakeIfBehind);
        long head = counter.last();
        if (head <= tail.settled() || (own.covers(head) && !tail.hasHole())) {
            return Progress.NOTHING_NEW;
        }
        if (grow(reader.after(tail.settled(), 500))) {
            return Progress.MOVED;
        }
        return Progress.WAITING;
    }

    enum Progress {
        MOVED,
        WAITING,
        NOTHING_NEW
    }

    void onHole(Runnable action) {
        onHole = action;
    }

    private void settled(List<StoredCommit> own) {
        grow(own);
        if (tail.hasHole()) {
            onHole.run();
        }
    }

    private boolean grow(List<StoredCommit> settled) {
        boolean grew = tail.offer(settled);
        if (grew) {
            streams.forEach(TailStream::wake);
        }
        return grew;
    }

    static long indexOf(org.axonframework.eventhandling.@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public void close() {
        committer.close();
        streams.forEach(TailStream::close);
    }
}
