package io.curtaincall.dispatch.hook.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.hook.HookKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownServersIT {
    @Test
    void every_kind_that_a_hook_source_may_have_is_understood() {
        try (RunningIntake intake = RunningIntake.start(Map.of())) {
            assertThat(HookKind.values())
                    .allSatisfy(
                            kind -> assertThat(intake.bean(KnownServers.class).find(kind))
                                    .isPresent());
        }
    }
}
