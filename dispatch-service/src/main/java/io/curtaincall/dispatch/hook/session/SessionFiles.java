package io.curtaincall.dispatch.hook.session;

import io.curtaincall.access.recordroot.PathMap;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.dispatch.hook.file.Examination;
import io.curtaincall.dispatch.hook.file.Examiner;
import io.curtaincall.dispatch.hook.file.RecordFolder;
import io.curtaincall.dispatch.hook.file.RecordFolder.Growing;
import io.curtaincall.dispatch.hook.file.RecordRoot;
import io.curtaincall.dispatch.hook.server.KnownServers;
import io.curtaincall.dispatch.hook.server.ServerHooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** Of several roots the first tells that the file is in none. */
    Examination examine(PendingFile file, Origin origin) throws InterruptedException {
        if (file.elsewhere()) return new Examination.OutOfSight();
        List<RecordRoot> roots = roots(origin);
        RecordRoot any = roots.isEmpty() ? null : roots.getFirst();
        return examiner.examine(file.path(), RecordRoot.of(file.path(), roots).orElse(any));
    }

    /** Whether a file that was being written would be seen. */
    boolean wouldSee(Origin origin) {
        boolean named = servers.find(origin.kind())
                .filter(ServerHooks::namesFilesByStream)
                .isPresent();
        return named && roots(origin).stream().anyMatch(RecordRoot::isInSight);
    }

    /** The newest file that nobody has told of yet, unless it grew later: then it is another session's. */
    Optional<Growing> newest(Session session, Instant until) {
        List<RecordRoot> roots = roots(session.origin);
        String growing = session.growing;
        if (growing != null) return RecordRoot.of(growing, roots).flatMap(root -> RecordFolder.at(growing, root));
        String folder = session.folder;
        if (folder != null) return RecordRoot.of(folder, roots).flatMap(root -> newest(session, folder, root, until));
        return roots.stream()
                .flatMap(root -> newest(session, root.folder(), root, until).stream())
                .max(Comparator.comparing(Growing::changedAt));
    }

    private static Optional<Growing> newest(Session session, String folder, RecordRoot root, Instant until) {
        Instant told = session.lastFileAt;
        return RecordFolder.newestOf(
                session.origin.stream(),
                folder,
                root,
                at -> !at.isBefore(session.startedAt) && !at.isAfter(until) && (told == null || at.isAfter(told)));
    }

    /** The record root, and what below it is found elsewhere; without one whatever is. */
    private List<RecordRoot> roots(Origin origin) {
        Map<String, String> paths = Objects.requireNonNullElse(origin.paths(), Map.of());
        String whole = origin.recordRoot();
        List<RecordRoot> roots = new ArrayList<>();
        if (whole != null) root(whole, origin).ifPresent(roots::add);
        List<RecordRoot> wholes = List.copyOf(roots);
        for (String folder : paths.keySet()) {
            boolean within = whole == null || RecordRoot.of(folder, wholes).isPresent();
            if (within) root(folder, origin).ifPresent(roots::add);
        }
        return roots;
    }

    private Optional<RecordRoot> root(String folder, Origin origin) {
        String here = PathMap.of(origin.paths()).here(folder);
        return RecordRoot.at(folder, here, real -> origin.byOperator() || ofAccounts.holdReal(real));
    }
}
