package io.curtaincall.config.hooksource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A hook source as its maker sees it, once: with the URL to put into the media server.
 *
 * @param path the secret path, below whatever address the media server reaches the dispatch service at
 * @param url the same below the address this request was sent to
 */
@JsonPropertyOrder({"id", "kind", "domain", "node", "url", "path", "recordingExpected", "recordRoot", "domains", "paths"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewHookSourceView(
        String id,
        String kind,
        String domain,
        String node,
        String url,
        String path,
        boolean recordingExpected,
        @Nullable String recordRoot,
        @Nullable Map<String, String> domains,
        @Nullable Map<String, String> paths) {

    static NewHookSourceView of(AddHookSource added, String secret, UriComponentsBuilder address) {
        String path = "/hooks/" + added.kind().wireName() + "/" + secret;
        return new NewHookSourceView(
                added.hookSourceId().value(),
                added.kind().wireName(),
                added.domain(),
                added.node(),
                address.path(path).build().toUriString(),
                path,
                added.recordingExpected(),
                added.recordRoot(),
                added.names().domains(),
                added.names().paths());
    }

    @Override
    public String toString() {
        return "NewHookSourceView[" + id + "]";
    }
}
