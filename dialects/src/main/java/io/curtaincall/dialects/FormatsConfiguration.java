package io.curtaincall.dialects;

import io.curtaincall.dialects.port.CallsInDialect;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;

/** What a process needs to call receivers, and to ask them, in the words of every dialect. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false, includeFilters = @Filter(CallsInDialect.class))
public class FormatsConfiguration {}
