package io.curtaincall.dispatch.intake;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.access.key.SealingConfiguration;
import io.curtaincall.directory.DirectoryConfiguration;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.dispatch.plan.PlanListener;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Dispatch without delivery: whoever would deliver is only written down. Not a component, so that the door does not find
 * it by scanning.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.curtaincall.dispatch.format",
            "io.curtaincall.dispatch.intake",
            "io.curtaincall.dispatch.hook"
        })
@Import({DirectoryConfiguration.class, AccessConfiguration.class, SealingConfiguration.class})
class IntakeProcess {
    @Bean
    NodeId nodeId() {
        return new NodeId("node-1");
    }

    @Bean
    Told told() {
        return new Told();
    }

    /** What deliverers would have been told. */
    static final class Told implements PlanListener {
        private final List<Decision> all = new CopyOnWriteArrayList<>();

        @Override
        public void planned(LiveEventReported event, DispatchPlanned plan) {
            all.add(new Decision(event, plan, Set.of()));
        }

        List<Decision> all() {
            return List.copyOf(all);
        }
    }
}
