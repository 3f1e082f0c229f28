package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.dispatch.intake.LimitedBody;
import io.curtaincall.dispatch.intake.StoreDeadline;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/on-demand-decisions}: a control plane asks whether to record a stream. */
@RestController
@RequestMapping("/v1/on-demand-decisions")
final class OnDemandController {
    private static final int MOST_BYTES = 16 * 1024;

    private final OnDemandDecisions decisions;
    private final OnDemandLog log;
    private final StoreDeadline deadline;
    private final BearerTokens tokens;

    OnDemandController(OnDemandDecisions decisions, OnDemandLog log, StoreDeadline deadline, BearerTokens tokens) {
        this.decisions = decisions;
        this.log = log;
        this.deadline = deadline;
        this.tokens = tokens;
    }

    @PostMapping
    OnDemandView decide(@Needs(Right.WRITE) Caller caller, HttpServletRequest request) {
        Stream stream = OnDemandRequest.read(LimitedBody.read(request, MOST_BYTES));
        tokens.caller(request.getHeader(HttpHeaders.AUTHORIZATION)); // the body may have taken its time
        OnDemandDecided decided = decisions.decide(caller, stream);
        return OnDemandView.of(deadline.within(() -> log.add(decided), () -> {}));
    }

    @GetMapping("/{id}")
    OnDemandView get(@Needs(Right.READ) Caller caller, @PathVariable String id) {
        return deadline.within(() -> log.find(id), () -> {})
                .filter(decided -> caller.sees(decided.owner(), decided.stream().domain()))
                .map(OnDemandView::of)
                .map(view -> caller.rights().include(Role.READ_BODIES) ? view : view.withoutBodies())
                .orElseThrow(() -> new NotFound("on-demand decision", id).refused());
    }
}
