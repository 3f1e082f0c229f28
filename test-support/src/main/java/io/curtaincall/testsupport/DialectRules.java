package io.curtaincall.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds for a package of dialects, in which each vendor has a package of its own.
 *
 * @param root that package
 */
public record DialectRules(String root) {
    private static final String VENDOR = ".*(?i:alibaba|aliyun|huawei|volc).*";
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";

    /** Nor does a class of the root itself name one, but for the configurations that compose them. */
    public ArchRule vendorsAreUnknownOutside() {
        return noClasses()
                .that(not(vendors()).and(not(composing())))
                .should()
                .dependOnClassesThat(vendors())
                .orShould()
                .haveNameMatching(VENDOR)
                .because("what a vendor does is known in its own package only");
    }

    public ArchRule vendorsDoNotKnowEachOther() {
        return slices().matching(root + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), shared());
    }

    public ArchRule onlyPortsAreVisible() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + "..").and(not(port())).and(not(composing())))
                .because("services and dialects meet at the ports");
    }

    public ArchRule vendorsShowOnlyTheirConfigurations() {
        return classes()
                .that(vendors())
                .and()
                .areNotAnnotatedWith(CONFIGURATION)
                .should()
                .notBePublic();
    }

    private DescribedPredicate<JavaClass> vendors() {
        return resideInAPackage(root + ".*..").and(not(shared())).as("are a vendor's");
    }

    private DescribedPredicate<JavaClass> shared() {
        return port().or(resideInAPackage(root + ".admission..")).or(resideInAPackage(root + ".wire.."));
    }

    private DescribedPredicate<JavaClass> port() {
        return resideInAPackage(root + ".port..");
    }

    private DescribedPredicate<JavaClass> composing() {
        return resideInAPackage(root)
                .and(DescribedPredicate.describe("configure", type -> type.isAnnotatedWith(CONFIGURATION)));
    }
}
