package io.curtaincall.dispatch.hook.session;

import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place; taken down when it begins, so that it outlives its hook source.
 *
 * @param byOperator whether the operator set up the hook source and so may have any folder looked at
 * @param paths where folders that the server names are found, null for where it says
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
        String stream,
        @Nullable Map<String, String> paths) {

    /** @param domain which of the source's it is */
    static Origin of(HookSourceAdded source, String domain, String app, String stream) {
        return new Origin(
                source.hookSourceId().value(),
                source.accountId() == null,
                source.kind(),
                domain.toLowerCase(Locale.ROOT),
                source.node(),
                source.recordingExpected(),
                source.recordRoot(),
                app,
                stream,
                source.paths());
    }

    /** CloudEvents source: stable over restarts of the media server. */
    String source() {
        return "/nodes/" + node + "/" + kind.wireName();
    }
}
