package io.curtaincall.query;

import io.curtaincall.access.start.ServiceStart;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Main of the query service on its own. */
public final class QueryServiceApplication {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "curtaincall-query",
            "spring.threads.virtual.enabled", "true",
            "management.health.mongo.enabled", "false",
            // nothing parses a body that nobody asks for
            "spring.mvc.formcontent.filter.enabled", "false",
            "spring.servlet.multipart.enabled", "false");

    private QueryServiceApplication() {}

    public static void main(String[] arguments) {
        ServiceStart.run(new SpringApplication(QueryService.class), DEFAULTS, arguments);
    }
}
