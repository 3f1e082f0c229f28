package io.curtaincall.dispatch.delivery;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.Invalid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/backlog}: what waits to be delivered, for whom the most, and what holds it back. */
@RestController
@RequestMapping("/v1/backlog")
final class BacklogController {
    private static final int MOST = 200;

    private final BacklogReport report;

    BacklogController(BacklogReport report) {
        this.report = report;
    }

    /** @param limit how many endpoints are told of, 1 to 200, those with most due first */
    @GetMapping
    BacklogView get(@Needs(Right.OVERSEE) Caller caller, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST)
            throw Invalid.field("limit", "must be from 1 to " + MOST).refused();
        return report.now(limit);
    }
}
