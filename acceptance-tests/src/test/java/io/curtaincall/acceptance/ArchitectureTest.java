package io.curtaincall.acceptance;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.curtaincall.testsupport.ArchitectureRules;
import io.curtaincall.testsupport.DialectRules;

/** The rules of the house over every module at once. */
@AnalyzeClasses(
        packages = "io.curtaincall",
        importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTools.class})
class ArchitectureTest {
    /** Where time and chance come in, to be handed on; and where an error in the log gets its name. */
    private static final String SOURCES = "eventstore\\.EventStoreConfiguration|directory\\.DirectoryConfiguration"
            + "|embedded\\.EmbeddedMongo|allinone\\.(DemoCommand|RekeyCommand)|allinone\\.start\\.Installation"
            + "|access\\.problem\\.ProblemAnswers|access\\.signing\\.Ed25519Secret";

    /** Threads that wait for their next turn or their next try; what they do then is decided elsewhere. */
    private static final String LOOPS = "eventstore\\.(BurstStream|TrailingStream|Retries)|directory\\.DirectoryFeed"
            + "|dispatch\\.delivery\\.(AttemptLog|DeliveryStop|DuePoller|Throttle)"
            + "|dispatch\\.hook\\.session\\.(DueSessions|Followed)|allinone\\.start\\.StoreWatch";

    private static final String EDGES = "io\\.curtaincall\\.(" + SOURCES + "|" + LOOPS + ")";

    @ArchTest
    static final ArchRule no_package_cycles = ArchitectureRules.noPackageCycles();

    @ArchTest
    static final ArchRule services_do_not_see_each_other = ArchitectureRules.servicesDoNotSeeEachOther();

    @ArchTest
    static final ArchRule no_field_injection = ArchitectureRules.noFieldInjection();

    @ArchTest
    static final ArchRule no_old_dates = ArchitectureRules.noOldDates();

    @ArchTest
    static final ArchRule time_and_chance_are_injected = ArchitectureRules.timeAndChanceOnlyAt(EDGES);

    @ArchTest
    static final ArchRule events_are_closed = ArchitectureRules.eventsAreClosed();

    @ArchTest
    static final ArchRule events_know_no_framework = ArchitectureRules.eventsKnowNoFramework();

    @ArchTest
    static final ArchRule decisions_are_made_without_the_world = ArchitectureRules.decisionsAreMadeWithoutTheWorld();

    /** Empty for now: nothing that has effects outside follows an event by a processor of its own. */
    @ArchTest
    static final ArchRule reactions_are_not_replayed =
            ArchitectureRules.reactionsAreNotReplayed().allowEmptyShould(true);

    @ArchTest
    static final ArchRule projections_can_be_reset = ArchitectureRules.projectionsCanBeReset();

    @ArchTest
    static final ArchRule packages_are_null_marked = ArchitectureRules.packagesAreNullMarked();

    @ArchTest
    static final ArchRule names_say_something = ArchitectureRules.namesSaySomething();

    @ArchTest
    static final ArchRule the_embedded_store_is_for_the_first_run =
            ArchitectureRules.theEmbeddedStoreIsForTheFirstRun();

    @ArchTest
    static final ArchRule lifecycles_know_their_threads_before_they_run =
            ArchitectureRules.lifecyclesKnowTheirThreadsBeforeTheyRun();

    private static final DialectRules DIALECTS = new DialectRules("io.curtaincall.dialects");

    @ArchTest
    static final ArchRule vendors_are_unknown_outside_their_packages = DIALECTS.vendorsAreUnknownOutside();

    @ArchTest
    static final ArchRule vendors_do_not_know_each_other = DIALECTS.vendorsDoNotKnowEachOther();

    @ArchTest
    static final ArchRule only_the_ports_of_dialects_are_visible = DIALECTS.onlyPortsAreVisible();

    @ArchTest
    static final ArchRule vendors_show_only_their_configurations = DIALECTS.vendorsShowOnlyTheirConfigurations();
}
