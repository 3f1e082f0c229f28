package io.curtaincall.config;

import io.curtaincall.access.start.ServiceStart;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The service as a process of its own. Not a component, so that a door scanning this package does not find it. */
@EnableAutoConfiguration
@Import(ConfigService.class)
public class ConfigServiceApplication {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "curtaincall-config",
            "spring.threads.virtual.enabled", "true",
            "management.health.mongo.enabled", "false",
            // bodies are read by the handlers alone, up to their limits: nothing parses a form before
            "spring.mvc.formcontent.filter.enabled", "false",
            "spring.servlet.multipart.enabled", "false",
            // the event serializer of the directory is the only one; without this Axon makes an XStream beside it
            "axon.serializer.general", "jackson",
            "axon.serializer.messages", "jackson",
            "axon.serializer.events", "jackson");

    public static void main(String[] arguments) {
        ServiceStart.run(new SpringApplication(ConfigServiceApplication.class), DEFAULTS, arguments);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(ConfigServiceApplication.class);
        application.setDefaultProperties(DEFAULTS);
        return application;
    }
}
