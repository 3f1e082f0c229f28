package io.curtaincall.query.ondemand;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.query.ondemand.DecisionsPage.Page;
import io.curtaincall.query.page.Cursor;
import io.curtaincall.query.page.Parameters;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/on-demand-decisions}: what was decided about recording, newest first. */
@RestController
class OnDemandDecisionsController {
    private final DecisionRecords decisions;

    OnDemandDecisionsController(DecisionRecords decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/v1/on-demand-decisions")
    DecisionsPage list(@Needs(Right.READ) Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
        DecisionsRequest request = DecisionsRequest.of(caller, new Parameters(parameters));
        // one more than the page holds, to know whether another page follows
        List<DecisionRow> found = decisions.newest(request.filter(), request.after(), request.pageSize() + 1);
        List<DecisionRow> page = found.subList(0, Math.min(found.size(), request.pageSize()));
        String filter = request.filter().fingerprint();
        String next = found.size() > page.size() ? Cursor.after(page.getLast().key(), filter) : null;
        return new DecisionsPage(page.stream().map(DecisionRow::record).toList(), new Page(request.pageSize(), next));
    }
}
