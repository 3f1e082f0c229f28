package io.curtaincall.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Calendar;
import java.util.Date;

/** The rules of the house that a build can hold; each fails when no class is there to hold it. */
public final class ArchitectureRules {
    /** A URI is a value; whatever else is there opens files and sockets. */
    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.hc..",
                    "java.net..",
                    "java.io..",
                    "java.nio.channels..",
                    "java.nio.file..")
            .and(not(belongToAnyOf(URI.class, URISyntaxException.class, Serializable.class)))
            .as("belong to the outside world");

    private ArchitectureRules() {}

    /** The stored vocabulary counts as one, and a package may throw what the one above it declares. */
    public static ArchRule noPackageCycles() {
        return slices().assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), assignableTo(Throwable.class));
    }

    public static ArchRule servicesDoNotSeeEachOther() {
        return slices().matching("io.curtaincall.(config|dispatch|query)..")
                .should()
                .notDependOnEachOther()
                .because("between services there are events only");
    }

    public static ArchRule noFieldInjection() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
    }

    public static ArchRule noOldDates() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.curtaincall.access.tls.Validity")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class)
                .because("java.time says what is meant");
    }

    /**
     * Time, chance and waiting come from outside, except at the edges named here.
     *
     * @param edges regular expression over full class names
     */
    public static ArchRule timeAndChanceOnlyAt(String edges) {
        return noClasses()
                .that(new Outside(edges))
                .should(new CallTimeOrChance())
                .because("the clock, ids and chance are injected, so that a test can hold them still");
    }

    public static ArchRule eventsAreClosed() {
        return classes()
                .that()
                .resideInAPackage("io.curtaincall.events..")
                .should(new BeClosed())
                .because("what is stored is a closed vocabulary");
    }

    public static ArchRule eventsKnowNoFramework() {
        return noClasses()
                .that()
                .resideInAPackage("io.curtaincall.events..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .or(resideInAPackage("com.mongodb.."))
                        .or(resideInAPackage("org.bson..")));
    }

    public static ArchRule decisionsAreMadeWithoutTheWorld() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Policy")
                .and()
                .doNotHaveSimpleName("EgressPolicy")
                .or()
                .haveSimpleNameEndingWith("Planner")
                .or()
                .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
                .should()
                .dependOnClassesThat(OUTSIDE_WORLD)
                .because("a decision is a pure function of what is known");
    }

    public static ArchRule reactionsAreNotReplayed() {
        return classes()
                .that()
                .haveSimpleNameStartingWith("When")
                .should(new CarryAnnotation("org.axonframework.eventhandling.DisallowReplay"));
    }

    public static ArchRule projectionsCanBeReset() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Projection")
                .should(new CarryAnnotation("org.axonframework.eventhandling.ResetHandler"));
    }

    public static ArchRule packagesAreNullMarked() {
        return classes().should(new LiveInANullMarkedPackage());
    }

    public static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Impl|Base|Data|Info|Processor)s?(?![a-z]).*")
                .because("such a word stands for a name that was not found");
    }

    /** A thread that asks whether its owner still runs must not ask before the owner knows the thread. */
    public static ArchRule lifecyclesKnowTheirThreadsBeforeTheyRun() {
        return noClasses()
                .that()
                .implement("org.springframework.context.SmartLifecycle")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Thread.Builder.class))).and(target(name("start"))))
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .because("a thread may run before start() returns");
    }

    public static ArchRule theEmbeddedStoreIsForTheFirstRun() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.curtaincall.embedded..", "io.curtaincall.allinone..", "io.curtaincall.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.curtaincall.embedded..");
    }
}
