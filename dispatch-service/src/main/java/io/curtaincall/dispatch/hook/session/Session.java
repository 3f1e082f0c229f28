package io.curtaincall.dispatch.hook.session;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.session.Report.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one recording task. Kept in the store as JSON; what follows from it is {@link SessionRules}'. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Session {
    /** What a task goes through. */
    enum State {
        /** The name is taken by another session: either this one is refused or the other is a ghost. */
        SUSPECT,
        RECORDING,
        PAUSED,
        /** The publisher has left, files may still come. */
        CLOSING,
        OVER,
        /** A second publisher that was refused; what its hooks say of files is another's. */
        DUPLICATE;

        boolean isOpen() {
            return this == SUSPECT || this == RECORDING || this == PAUSED;
        }
    }

    /**
     * How a session ended.
     *
     * @param toldAt by our clock
     */
    record Ending(Instant at, Instant toldAt, String call) {}

    final String taskId;
    final Origin origin;
    final Instant startedAt;
    /** The hook it began with. */
    final String firstCall;
    /** Whether that hook was about the beginning; ours may have started in the middle. */
    final boolean startSeen;

    final boolean startInferred;
    final List<String> clients = new ArrayList<>();
    final List<PendingFile> pending = new ArrayList<>();
    final Map<String, Totals> recorders = new TreeMap<>();
    State state;
    Instant quietSince;
    long lastPosition;
    boolean startReported;
    boolean endReported;
    boolean updates;
    boolean orphaned;
    int failures;
    int pauses;
    /** The file being written, if the server named it. */
    @Nullable
    String growing;
    /** Where its last file was seen. */
    @Nullable
    String folder;

    /** What that file was when it was told. */
    @Nullable
    String lastFile;

    /** When that file last grew. */
    @Nullable
    Instant lastFileAt;

    /** Its end was lost; a file that grew until then may be there although nobody told of it. */
    @Nullable
    Instant filesUntil;

    @Nullable
    Ending ending;

    /** Whether its server makes its files after the end. */
    boolean filesFollow;

    /** What went wrong, as the server says. */
    @Nullable
    Failure failure;

    /** Whether that is the end of it although there are files. */
    boolean failureCounts;

    @Nullable
    Instant publisherLeftAt;

    /** Whether it only says that its stream was told to be gone: nothing of a recording was told by then. */
    boolean streamGone;

    /** The newest of its beginnings, as the server sent it. */
    @Nullable
    Sent begun;

    /** The same of its end. */
    @Nullable
    Sent end;

    /** The end of a session whose beginning has not come. */
    @Nullable
    Sent nextEnd;

    @Nullable
    Instant lookedAt;

    @Nullable
    Instant closedAt;

    @JsonCreator
    private Session(
            @JsonProperty("taskId") String taskId,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("startedAt") Instant startedAt,
            @JsonProperty("firstCall") String firstCall,
            @JsonProperty("startSeen") boolean startSeen,
            @JsonProperty("startInferred") boolean startInferred,
            @JsonProperty("state") State state,
            @JsonProperty("quietSince") Instant quietSince) {
        this.taskId = taskId;
        this.origin = origin;
        this.startedAt = startedAt;
        this.firstCall = firstCall;
        this.startSeen = startSeen;
        this.startInferred = startInferred;
        this.state = state;
        this.quietSince = quietSince;
    }

    static Session begin(String taskId, Origin origin, Hook hook, State state) {
        Began began = hook.signal() instanceof Began signal ? signal : null;
        Session session = new Session(
                taskId,
                origin,
                startOf(hook),
                hook.signal().call(),
                began != null,
                began == null || began.inferred(),
                state,
                hook.receivedAt());
        session.clients.add(hook.client());
        session.growing = began == null ? null : began.path();
        return session;
    }

    /** The first that is known of may be a file that began long ago. */
    static Instant startOf(Hook hook) {
        return switch (hook.signal()) {
            case Began began -> began.at();
            case Ended ended -> Objects.requireNonNullElse(ended.at(), hook.receivedAt());
            case FileClosed closed -> Objects.requireNonNullElse(closed.file().startedAt(), hook.receivedAt());
            default -> hook.receivedAt();
        };
    }

    /** Whether its publisher had left it by then. */
    boolean isOverBefore(Instant at) {
        Ending end = ending;
        Instant left = publisherLeftAt != null || end == null ? publisherLeftAt : end.at();
        return !state.isOpen() && left != null && at.isAfter(left);
    }

    /** A hook of this session has come. */
    void seen(Hook hook) {
        lastPosition = Math.max(lastPosition, hook.position());
        Sent sent = Sent.of(hook);
        if (hook.signal() instanceof Began && sent != null && !Sent.wasTriedAgain(sent, begun)) begun = sent;
        grewAt(hook.receivedAt());
    }

    /** There was a sign of life. */
    void grewAt(Instant at) {
        if (at.isAfter(quietSince)) quietSince = at;
    }

    /** When the publisher left, by the server's clock if it said so. */
    Instant leftAt(Ending end) {
        return publisherLeftAt == null ? end.at() : publisherLeftAt;
    }

    /** Of several in one task, the one that is or was last. */
    String client() {
        return clients.getLast();
    }
}
