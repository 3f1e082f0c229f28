package io.curtaincall.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for a package of dialects, in which each vendor has a package of its own.
 *
 * @param root that package
 */
public record DialectRules(String root) {
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";

    /** Nor does a class outside name one, not even those that compose them: they are found by their annotations. */
    public ArchRule vendorsAreUnknownOutside() {
        return CompositeArchRule.of(noClasses().that(not(vendors())).should().dependOnClassesThat(vendors()))
                .and(classes().should(new NameNoVendor()))
                .because("what a vendor does is known in its own package only");
    }

    /** Vendors are called as their packages are. */
    private final class NameNoVendor extends ArchCondition<JavaClass> {
        private Set<String> names = Set.of();

        NameNoVendor() {
            super("name no vendor outside its package");
        }

        @Override
        public void init(Collection<JavaClass> all) {
            names = all.stream()
                    .filter(vendors())
                    .map(type -> type.getPackageName().substring(root.length() + 1))
                    .map(below -> below.split("\\.", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean outside = !vendors().test(type);
            String name = type.getName().toLowerCase(Locale.ROOT);
            if (outside && names.stream().anyMatch(name::contains)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " names a vendor"));
            }
        }
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
