package io.curtaincall.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {
    private final JavaClasses broken = new ClassFileImporter().importPackages("io.curtaincall.testsupport.broken");
    private final JavaClasses elsewhere = new ClassFileImporter()
            .importPackages(
                    "io.curtaincall.config.broken",
                    "io.curtaincall.query.broken",
                    "io.curtaincall.embedded.broken",
                    "io.curtaincall.events.broken");
    private final JavaClasses events = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.curtaincall.events");

    @Test
    void a_class_that_reads_the_clock_is_caught() {
        assertThat(violations(ArchitectureRules.timeAndChanceOnlyAt("none"), broken))
                .contains("HousekeepingManager");
        assertThat(violations(ArchitectureRules.timeAndChanceOnlyAt(".*(HousekeepingManager|Dreamer)"), broken))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instant.now()", "UUID.randomUUID()", "SecureRandom", "TimeUnit.sleep", "parkNanos"})
    void references_constructors_and_every_way_to_wait_are_caught(String access) {
        assertThat(violations(ArchitectureRules.timeAndChanceOnlyAt("none"), broken)
                        .lines()
                        .filter(line -> line.contains("Dreamer")))
                .anyMatch(line -> line.contains(access));
    }

    @Test
    void packages_in_a_circle_are_caught() {
        assertThat(violations(ArchitectureRules.noPackageCycles(), broken)).contains("Roof", "Cellar");
    }

    @Test
    void a_service_that_sees_another_is_caught() {
        assertThat(violations(ArchitectureRules.servicesDoNotSeeEachOther(), elsewhere))
                .contains("Peek", "Row");
    }

    @Test
    void a_field_that_is_injected_is_caught() {
        assertThat(violations(ArchitectureRules.noFieldInjection(), broken)).contains("Wired.wire");
    }

    @Test
    void a_date_of_old_is_caught() {
        assertThat(violations(ArchitectureRules.noOldDates(), broken)).contains("Diary");
    }

    @Test
    void a_policy_that_asks_the_network_is_caught_and_one_that_looks_at_a_uri_is_not() {
        assertThat(violations(ArchitectureRules.decisionsAreMadeWithoutTheWorld(), broken))
                .contains("HastyPolicy", "InetAddress")
                .doesNotContain("MildPolicy");
    }

    @Test
    void a_thread_that_runs_before_its_owner_knows_it_is_caught() {
        assertThat(violations(ArchitectureRules.lifecyclesKnowTheirThreadsBeforeTheyRun(), broken))
                .contains("EarlyBird");
    }

    @Test
    void a_service_that_takes_the_embedded_store_along_is_caught() {
        assertThat(violations(ArchitectureRules.theEmbeddedStoreIsForTheFirstRun(), elsewhere))
                .contains("Row", "Shelf");
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
        assertThat(violations(ArchitectureRules.namesSaySomething(), broken))
                .contains("HousekeepingManager", "KeyDataKeeper")
                .doesNotContain("Database");
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
    void an_event_that_is_open_or_knows_a_framework_is_caught() {
        assertThat(violations(ArchitectureRules.eventsAreClosed(), elsewhere)).contains("Happening");
        assertThat(violations(ArchitectureRules.eventsKnowNoFramework(), elsewhere))
                .contains("Happening");
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
