package io.curtaincall.access.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the {@link Caller} of a controller's method: who lacks the right is refused before the method is entered. Of which
 * domains and whose things is asked within, by {@link Caller#sees} and {@link Rights#requireDomain}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right value();
}
