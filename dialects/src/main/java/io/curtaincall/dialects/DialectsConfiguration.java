package io.curtaincall.dialects;

import io.curtaincall.access.key.SealingConfiguration;
import io.curtaincall.dialects.port.SpeaksDialect;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every wire protocol a process speaks besides our own. Each offers what the process has the ports for. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false, includeFilters = @Filter(SpeaksDialect.class))
@Import(SealingConfiguration.class)
public class DialectsConfiguration {}
