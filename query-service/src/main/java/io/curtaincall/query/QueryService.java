package io.curtaincall.query;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.directory.DirectoryConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The door of the query service: imported by a process that is to hold it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import({DirectoryConfiguration.class, AccessConfiguration.class})
public class QueryService {}
