package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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
    private final StoreDeadline deadline;

    LiveEventController(
            EventRequests requests, AcceptLiveEvents acceptLiveEvents, UnderWay underWay, StoreDeadline deadline) {
        this.requests = requests;
        this.acceptLiveEvents = acceptLiveEvents;
        this.underWay = underWay;
        this.deadline = deadline;
    }

    /** The answer to a report. */
    record Answer(List<Accepted> accepted) {}

    @PostMapping("/v1/live-events")
    ResponseEntity<Answer> report(Caller caller, HttpServletRequest request) throws IOException {
        List<CanonicalEvent> events = read(request);
        List<Accepted> accepted = deadline.within(() -> acceptLiveEvents.accept(caller, events), underWay::leave);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(accepted));
    }

    /** Leaves the place among those under way taken, unless it fails. */
    private List<CanonicalEvent> read(HttpServletRequest request) throws IOException {
        underWay.enter();
        boolean read = false;
        try {
            List<CanonicalEvent> events = requests.read(request);
            read = true;
            return events;
        } finally {
            if (!read) underWay.leave();
        }
    }
}
