package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Records, sealed interfaces, enums and final classes: nobody can add to them from elsewhere. */
final class BeClosed extends ArchCondition<JavaClass> {
    BeClosed() {
        super("be a record, a sealed interface, an enum or final");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        boolean closed = javaClass.getModifiers().contains(JavaModifier.FINAL)
                || javaClass.isEnum()
                || javaClass.isAnnotation()
                || javaClass.getSimpleName().equals("package-info")
                || javaClass.reflect().isSealed();
        events.add(new SimpleConditionEvent(javaClass, closed, javaClass.getName() + " is open to any subclass"));
    }
}
