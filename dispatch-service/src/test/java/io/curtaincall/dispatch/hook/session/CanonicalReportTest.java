package io.curtaincall.dispatch.hook.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanonicalReportTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Hook PUBLISH = new Hook(
            "live",
            "cam",
            "1",
            new Began("publish", NOON, true, null, Others.MAY_WIN, false),
            null,
            NOON.plusMillis(5),
            7);

    @Test
    void a_fact_told_again_keeps_its_id() {
        assertThat(idFrom("hs_1", NOON)).isEqualTo(idFrom("hs_1", NOON.plusSeconds(60)));
    }

    @Test
    void two_hook_sources_that_name_one_node_never_tell_of_the_same_fact() {
        assertThat(idFrom("hs_1", NOON)).isNotEqualTo(idFrom("hs_2", NOON));
    }

    private static String idFrom(String hookSourceId, Instant now) {
        Origin origin = new Origin(
                hookSourceId,
                false,
                HookKind.NGINX_RTMP,
                "live.example.com",
                "edge-1",
                true,
                null,
                "live",
                "cam",
                null);
        Session session = Session.begin("edge-1-1-1767268800", origin, PUBLISH, State.RECORDING);
        Report started = Report.plain(Topic.RECORDING_STARTED, "", NOON, false, "publish", true);
        return CanonicalReport.of(session, started, now).path("id").textValue();
    }
}
