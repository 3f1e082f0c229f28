package io.curtaincall.config.hooksource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hook source as listed, without its secret. */
@JsonPropertyOrder({"id", "accountId", "kind", "domain", "node", "recordingExpected", "recordRoot", "domains", "paths"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record HookSourceView(
        String id,
        @Nullable String accountId,
        String kind,
        String domain,
        String node,
        boolean recordingExpected,
        @Nullable String recordRoot,
        @Nullable Map<String, String> domains,
        @Nullable Map<String, String> paths) {

    static HookSourceView of(HookSourceAdded source) {
        return new HookSourceView(
                source.hookSourceId().value(),
                source.accountId() == null ? null : source.accountId().value(),
                source.kind().wireName(),
                source.domain(),
                source.node(),
                source.recordingExpected(),
                source.recordRoot(),
                source.domains(),
                source.paths());
    }
}
