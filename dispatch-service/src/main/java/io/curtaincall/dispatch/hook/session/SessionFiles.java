package io.curtaincall.dispatch.hook.session;

import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.dispatch.hook.file.Examination;
import io.curtaincall.dispatch.hook.file.Examiner;
import io.curtaincall.dispatch.hook.file.RecordFolder;
import io.curtaincall.dispatch.hook.file.RecordFolder.Growing;
import io.curtaincall.dispatch.hook.file.RecordRoot;
import io.curtaincall.dispatch.hook.server.KnownServers;
import io.curtaincall.dispatch.hook.server.ServerHooks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be seen of a session's files. */
final class SessionFiles {
    private final Examiner examiner;
    private final RecordRoots ofAccounts;
    private final KnownServers servers;

    SessionFiles(Examiner examiner, RecordRoots ofAccounts, KnownServers servers) {
        this.examiner = examiner;
        this.ofAccounts = ofAccounts;
        this.servers = servers;
    }

    Examination examine(PendingFile file, Origin origin) throws InterruptedException {
        return file.elsewhere() ? new Examination.OutOfSight() : examiner.examine(file.path(), root(origin));
    }

    /** Whether a file that was being written would be seen. */
    boolean wouldSee(Origin origin) {
        RecordRoot root = root(origin);
        boolean named = servers.find(origin.kind())
                .filter(ServerHooks::namesFilesByStream)
                .isPresent();
        return named && root != null && root.isInSight();
    }

    /** The newest file that nobody has told of yet, unless it grew later: then it is another session's. */
    Optional<Growing> newest(Session session, Instant until) {
        RecordRoot root = root(session.origin);
        String whole = session.origin.recordRoot();
        if (root == null || whole == null) return Optional.empty();
        if (session.growing != null) return RecordFolder.at(session.growing, root);
        String folder = session.folder == null ? whole : session.folder;
        Instant told = session.lastFileAt;
        return RecordFolder.newestOf(
                session.origin.stream(),
                folder,
                root,
                at -> !at.isBefore(session.startedAt) && !at.isAfter(until) && (told == null || at.isAfter(told)));
    }

    private @Nullable RecordRoot root(Origin origin) {
        String folder = origin.recordRoot();
        if (folder == null) return null;
        return RecordRoot.at(folder, real -> origin.byOperator() || ofAccounts.holdReal(real))
                .orElse(null);
    }
}
