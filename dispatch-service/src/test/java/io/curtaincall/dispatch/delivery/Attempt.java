package io.curtaincall.dispatch.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.constraints.IntRange;

/** Any number that an attempt may have. */
@Target({ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@IntRange(min = 1, max = 60)
@interface Attempt {}
