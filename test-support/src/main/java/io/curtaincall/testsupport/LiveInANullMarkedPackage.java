package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Without the mark NullAway looks the other way. */
final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {
    LiveInANullMarkedPackage() {
        super("live in a package marked @NullMarked");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                javaClass, marked, javaClass.getPackageName() + " has no package-info.java with @NullMarked"));
    }
}
