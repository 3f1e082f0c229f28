package io.curtaincall.dispatch.hook.session;

import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place; taken down when it begins, so that it outlives its hook source.
 *
 * @param byOperator whether the operator set up the hook source and so may have any folder looked at
 */
record Origin(
        String hookSourceId,
        boolean byOperator,
        HookKind kind,
        String domain,
        String node,
        boolean recordingExpected,
        @Nullable String recordRoot,
        String app,
        String stream) {

    static Origin of(HookSourceAdded source, String app, String stream) {
        return new Origin(
                source.hookSourceId().value(),
                source.accountId() == null,
                source.kind(),
                source.domain().toLowerCase(Locale.ROOT),
                source.node(),
                source.recordingExpected(),
                source.recordRoot(),
                app,
                stream);
    }

    /** CloudEvents source: stable over restarts of the media server. */
    String source() {
        return "/nodes/" + node + "/" + kind.wireName();
    }

    boolean sameStream(Origin other) {
        return hookSourceId.equals(other.hookSourceId) && app.equals(other.app) && stream.equals(other.stream);
    }
}
