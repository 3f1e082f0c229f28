package io.curtaincall.config;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The service as a process of its own. Not a component, so that a door scanning this package does not find it. */
@EnableAutoConfiguration
@Import(ConfigService.class)
public class ConfigServiceApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(ConfigServiceApplication.class);
        application.setDefaultProperties(Map.of(
                "spring.application.name", "curtaincall-config",
                "spring.main.banner-mode", "off",
                "spring.threads.virtual.enabled", "true",
                "management.health.mongo.enabled", "false",
                // the event serializer of the directory is the only one; without this Axon makes an XStream beside it
                "axon.serializer.general", "jackson",
                "axon.serializer.messages", "jackson",
                "axon.serializer.events", "jackson"));
        return application;
    }
}
