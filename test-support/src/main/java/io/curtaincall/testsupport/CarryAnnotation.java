package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The annotation stands on the class or on one of its methods. */
final class CarryAnnotation extends ArchCondition<JavaClass> {
    private final String annotation;

    CarryAnnotation(String annotation) {
        super("carry @" + annotation + ", itself or on a method");
        this.annotation = annotation;
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        boolean carries = javaClass.isAnnotatedWith(annotation)
                || javaClass.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation));
        events.add(new SimpleConditionEvent(javaClass, carries, javaClass.getName() + " has no @" + annotation));
    }
}
