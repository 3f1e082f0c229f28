package io.curtaincall.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Each package is a slice of its own, except that the events, which speak of each other, are one. */
final class PackageSlices implements SliceAssignment {
    private static final String HOUSE = "io.curtaincall.";
    private static final String EVENTS = HOUSE + "events";

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (!name.startsWith(HOUSE)) return SliceIdentifier.ignore();
        return SliceIdentifier.of(name.startsWith(EVENTS) ? EVENTS : name);
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
