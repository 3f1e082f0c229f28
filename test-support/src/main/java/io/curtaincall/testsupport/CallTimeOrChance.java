package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Met by a class that asks the machine for the time, for chance, or to wait. */
final class CallTimeOrChance extends ArchCondition<JavaClass> {
    private static final Set<String> NOW = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.Thread.sleep");

    CallTimeOrChance() {
        super("ask for the time or for chance, or sleep");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        javaClass.getMethodCallsFromSelf().stream()
                .filter(CallTimeOrChance::asks)
                .forEach(call -> events.add(SimpleConditionEvent.satisfied(javaClass, call.getDescription())));
    }

    /** {@code Instant.now(clock)} is what is wanted. */
    private static boolean asks(JavaMethodCall call) {
        AccessTarget target = call.getTarget();
        boolean toldTheTime = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
        return !toldTheTime && NOW.contains(target.getOwner().getName() + "." + target.getName());
    }
}
