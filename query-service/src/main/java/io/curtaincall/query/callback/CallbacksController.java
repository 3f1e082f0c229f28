package io.curtaincall.query.callback;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
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
    CallbackView get(Caller caller, @PathVariable String id) {
        return parse(id)
                .flatMap(stories::find)
                .filter(callback -> mayBeSeen(callback, caller))
                .orElseThrow(() -> new NotFound("callback", id).refused());
    }

    private static boolean mayBeSeen(CallbackView callback, Caller caller) {
        return switch (caller) {
            case Operator operator -> true;
            case AccountCaller account -> account.accountId().value().equals(callback.account());
        };
    }

    private static Optional<CallbackId> parse(String id) {
        try {
            return Optional.of(new CallbackId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
