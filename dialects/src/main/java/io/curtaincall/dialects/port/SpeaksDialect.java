package io.curtaincall.dialects.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the configuration that makes a process speak a vendor's protocol, as far as it has the ports; it is found by this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SpeaksDialect {}
