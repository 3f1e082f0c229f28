package io.curtaincall.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class DialectRulesTest {
    private final JavaClasses broken = new ClassFileImporter().importPackages("io.curtaincall.testsupport.broken");
    private final DialectRules rules = new DialectRules("io.curtaincall.testsupport.broken.dialects");

    @Test
    void a_service_that_knows_a_vendor_is_caught() {
        assertThat(violations(rules.vendorsAreUnknownOutside()))
                .contains("ServiceOfAcme", "AjaxOutsideItsPackage")
                .doesNotContain("QuietPort");
    }

    @Test
    void a_service_that_looks_past_the_ports_is_caught() {
        assertThat(violations(rules.onlyPortsAreVisible()))
                .contains("ServiceOfAcme")
                .doesNotContain("QuietPort");
    }

    @Test
    void a_vendor_that_knows_another_is_caught() {
        assertThat(violations(rules.vendorsDoNotKnowEachOther())).contains("AjaxCopiesAcme");
    }

    @Test
    void a_vendors_class_that_all_can_see_is_caught() {
        assertThat(violations(rules.vendorsShowOnlyTheirConfigurations()))
                .contains("LoudAcmeCode")
                .doesNotContain("AjaxCopiesAcme", "QuietPort");
    }

    private String violations(ArchRule rule) {
        return String.join("\n", rule.evaluate(broken).getFailureReport().getDetails());
    }
}
