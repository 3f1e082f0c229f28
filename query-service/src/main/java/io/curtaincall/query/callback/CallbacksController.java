package io.curtaincall.query.callback;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.events.callback.CallbackId;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/callbacks/{id}}: what became of one callback. */
@RestController
class CallbacksController {
    private final CallbackStories stories;

    CallbacksController(CallbackStories stories) {
        this.stories = stories;
    }

    /** Another account's, none and what is no id at all look the same. */
    @GetMapping("/v1/callbacks/{id}")
    CallbackView get(@Needs(Right.READ) Caller caller, @PathVariable String id) {
        return parse(id)
                .flatMap(callback -> stories.find(callback, caller))
                .orElseThrow(() -> new NotFound("callback", id).refused());
    }

    private static Optional<CallbackId> parse(String id) {
        try {
            return Optional.of(new CallbackId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
