package io.curtaincall.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
    private final JavaClasses broken = new ClassFileImporter().importPackages("io.curtaincall.testsupport.broken");
    private final JavaClasses events = new ClassFileImporter().importPackages("io.curtaincall.events");

    @Test
    void a_class_that_reads_the_clock_is_caught() {
        assertThat(violations(ArchitectureRules.timeAndChanceOnlyAt("none"), broken))
                .contains("HousekeepingManager");
        assertThat(violations(ArchitectureRules.timeAndChanceOnlyAt(".*HousekeepingManager"), broken))
                .isEmpty();
    }

    @Test
    void a_projection_that_cannot_be_reset_is_caught() {
        assertThat(violations(ArchitectureRules.projectionsCanBeReset(), broken))
                .contains("EndlessProjection");
    }

    @Test
    void a_reaction_that_would_be_replayed_is_caught() {
        assertThat(violations(ArchitectureRules.reactionsAreNotReplayed(), broken))
                .contains("WhenAskedThenSend");
    }

    @Test
    void a_name_that_says_nothing_is_caught() {
        assertThat(violations(ArchitectureRules.namesSaySomething(), broken)).contains("HousekeepingManager");
    }

    @Test
    void a_package_without_the_mark_is_caught() {
        JavaClasses unmarked = new ClassFileImporter().importClasses(Instant.class);

        assertThat(violations(ArchitectureRules.packagesAreNullMarked(), unmarked))
                .contains("java.time");
        assertThat(violations(ArchitectureRules.packagesAreNullMarked(), broken))
                .isEmpty();
    }

    @Test
    void the_events_of_the_house_are_closed_and_know_no_framework() {
        ArchitectureRules.eventsAreClosed().check(events);
        ArchitectureRules.eventsKnowNoFramework().check(events);
    }

    private static String violations(ArchRule rule, JavaClasses classes) {
        return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    }
}
