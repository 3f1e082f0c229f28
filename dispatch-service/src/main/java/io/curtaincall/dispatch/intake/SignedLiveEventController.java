package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.dispatch.intake.LiveEventController.Answer;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes live events from control planes that sign what they report, in place of showing a token. */
@RestController
final class SignedLiveEventController {
    private final SignedReports signed;
    private final EventRequests requests;
    private final AcceptLiveEvents acceptLiveEvents;
    private final UnderWay underWay;
    private final AccountRoom room;
    private final StoreDeadline deadline;

    SignedLiveEventController(
            SignedReports signed,
            EventRequests requests,
            AcceptLiveEvents acceptLiveEvents,
            UnderWay underWay,
            AccountRoom room,
            StoreDeadline deadline) {
        this.signed = signed;
        this.requests = requests;
        this.acceptLiveEvents = acceptLiveEvents;
        this.underWay = underWay;
        this.room = room;
        this.deadline = deadline;
    }

    @PostMapping(path = "/v1/live-events", headers = ShownSignature.SIGNATURE)
    ResponseEntity<Answer> report(HttpServletRequest request) {
        ShownSignature shown = ShownSignature.of(request);
        requireAllSigned(request);
        IntakeKeyIssued key = signed.key(shown);
        Caller caller = new AccountCaller(key.accountId());
        room.require(caller);
        UnderWay.Stay stay = underWay.enter(caller);
        List<CanonicalEvent> events = read(request, shown, stay);
        List<Accepted> accepted = deadline.within(() -> acceptLiveEvents.accept(caller, events), stay::leave);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(accepted));
    }

    /** In binary mode headers are part of the event, which no signature covers. */
    private static void requireAllSigned(HttpServletRequest request) {
        if (WireMode.of(request) == WireMode.BINARY) {
            throw Invalid.field("", "a signed report has its event in its body: ce- headers are not signed")
                    .refused();
        }
    }

    /** Nothing of the body is understood before it is verified. The stay goes on, unless this fails. */
    private List<CanonicalEvent> read(HttpServletRequest request, ShownSignature shown, UnderWay.Stay stay) {
        boolean read = false;
        try {
            byte[] body = LimitedBody.read(request, EventRequests.MOST_BYTES, stay::take);
            // asked again: the body may have taken its time, and the key may have been revoked meanwhile
            signed.require(signed.key(shown), shown, body);
            List<CanonicalEvent> events = requests.parse(request, body);
            read = true;
            return events;
        } finally {
            if (!read) stay.leave();
        }
    }
}
