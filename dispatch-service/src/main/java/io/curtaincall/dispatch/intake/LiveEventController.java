package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes live events from control planes. */
@RestController
final class LiveEventController {
    private final EventRequests requests;
    private final AcceptLiveEvents acceptLiveEvents;
    private final UnderWay underWay;
    private final AccountRoom room;
    private final StoreDeadline deadline;
    private final BearerTokens tokens;

    LiveEventController(
            EventRequests requests,
            AcceptLiveEvents acceptLiveEvents,
            UnderWay underWay,
            AccountRoom room,
            StoreDeadline deadline,
            BearerTokens tokens) {
        this.requests = requests;
        this.acceptLiveEvents = acceptLiveEvents;
        this.underWay = underWay;
        this.room = room;
        this.deadline = deadline;
        this.tokens = tokens;
    }

    /** The answer to a report. */
    record Answer(List<Accepted> accepted) {}

    @PostMapping("/v1/live-events")
    ResponseEntity<Answer> report(@Needs(Right.WRITE) Caller caller, HttpServletRequest request) {
        room.require(caller);
        UnderWay.Stay stay = underWay.enter(caller);
        List<CanonicalEvent> events = read(caller, request, stay);
        List<Accepted> accepted = deadline.within(() -> acceptLiveEvents.accept(caller, events), stay::leave);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(accepted));
    }

    /** The stay goes on, unless this fails. */
    private List<CanonicalEvent> read(Caller caller, HttpServletRequest request, UnderWay.Stay stay) {
        boolean read = false;
        try {
            List<CanonicalEvent> events = requests.read(request, stay::take);
            // a body may take its time, and its sender may have been revoked meanwhile
            tokens.caller(request.getHeader(HttpHeaders.AUTHORIZATION));
            room.require(caller, events);
            read = true;
            return events;
        } finally {
            if (!read) stay.leave();
        }
    }
}
