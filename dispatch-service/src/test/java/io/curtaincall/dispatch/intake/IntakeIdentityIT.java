package io.curtaincall.dispatch.intake;

import static io.curtaincall.dispatch.intake.RunningIntake.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever reports uses up ids in a name space of its own. */
class IntakeIdentityIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHERS_DOMAIN = "vod.example.com";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void an_id_that_one_account_has_used_is_still_free_for_another() throws JsonProcessingException {
        assertThat(isDuplicate("other-token", event(OTHERS_DOMAIN, "same-1"))).isFalse();
        assertThat(isDuplicate("acme-token", event(DOMAIN, "same-1"))).isFalse();
        assertThat(isDuplicate("acme-token", event(DOMAIN, "same-1"))).isTrue();
    }

    @Test
    void an_account_cannot_use_up_an_id_of_the_control_plane() throws JsonProcessingException {
        assertThat(isDuplicate("other-token", event(OTHERS_DOMAIN, "same-2"))).isFalse();
        assertThat(isDuplicate("op-token", event(DOMAIN, "same-2"))).isFalse();
        assertThat(isDuplicate("op-token", event(DOMAIN, "same-2"))).isTrue();
    }

    @Test
    void who_may_report_for_one_domain_only_cannot_use_up_an_id_of_another() throws JsonProcessingException {
        Grant limited = new Grant(Role.WRITE, List.of(DOMAIN));
        intake.append(new NewEvent(
                "Account",
                "acme",
                1,
                new AccountTokenIssued(
                        new AccountId("acme"),
                        "tk_limited",
                        Hashes.sha256Hex("limited"),
                        limited,
                        null,
                        Instant.EPOCH)));
        assertThat(isDuplicate("limited", event(DOMAIN, "same-3"))).isFalse();
        assertThat(isDuplicate("acme-token", event(DOMAIN, "same-3"))).isFalse();
        assertThat(isDuplicate("limited", event(DOMAIN, "same-3"))).isTrue();
    }

    private static ReportedEvent event(String domain, String id) {
        return LiveEvents.over(domain, "live", "demo").withId(id);
    }

    private static boolean isDuplicate(String token, ReportedEvent event) throws JsonProcessingException {
        HttpResponse<String> answer =
                intake.post("/v1/live-events", token, "application/cloudevents+json", event.json());
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode accepted = JSON.readTree(answer.body()).at("/accepted/0");
        return accepted.at("/duplicate").booleanValue();
    }
}
