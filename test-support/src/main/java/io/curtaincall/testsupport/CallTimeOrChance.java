package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Met by a class that asks the machine for the time, for chance, or to wait. */
final class CallTimeOrChance extends ArchCondition<JavaClass> {
    /** How long something took is not what time it is: {@code System.nanoTime} is not among them. */
    private static final Set<String> ASKING = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.Random.<init>",
            "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil");

    CallTimeOrChance() {
        super("ask for the time or for chance, or sleep");
    }

    /** Calls, constructors and method references alike. */
    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        javaClass.getCodeUnitAccessesFromSelf().stream()
                .filter(CallTimeOrChance::asks)
                .forEach(access -> events.add(SimpleConditionEvent.satisfied(javaClass, access.getDescription())));
    }

    /** {@code Instant.now(clock)} is what is wanted. */
    private static boolean asks(JavaCodeUnitAccess<?> access) {
        CodeUnitAccessTarget target = access.getTarget();
        boolean toldTheTime = target.getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
        return !toldTheTime && ASKING.contains(target.getOwner().getName() + "." + target.getName());
    }
}
