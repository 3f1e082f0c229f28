package io.curtaincall.dispatch.hook.server;

import java.util.List;
import org.springframework.http.MediaType;

/**
 * What came of a request: the hooks to keep, and the answer of status 200 that follows once they are kept.
 *
 * @param answer the body in the form that the server takes for yes
 */
public record TakenHooks(List<HookCall> hooks, MediaType type, String answer) {
    /** For servers that look at the status only. */
    static TakenHooks answeredOk(HookCall hook) {
        return answered(List.of(hook), "ok");
    }

    static TakenHooks answered(List<HookCall> hooks, String text) {
        return new TakenHooks(hooks, MediaType.TEXT_PLAIN, text);
    }

    static TakenHooks answeredJson(List<HookCall> hooks, String json) {
        return new TakenHooks(hooks, MediaType.APPLICATION_JSON, json);
    }
}
