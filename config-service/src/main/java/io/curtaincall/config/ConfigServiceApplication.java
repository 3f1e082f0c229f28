package io.curtaincall.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The service as a process of its own. Not a component, so that a door scanning this package does not find it. */
@EnableAutoConfiguration
@Import(ConfigService.class)
public class ConfigServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ConfigServiceApplication.class, arguments);
    }
}
