package io.curtaincall.access.start;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Runs a service that is a process of its own; if it cannot start it says so in one sentence and ends with 1. */
public final class ServiceStart {
    private static final String SHOW_TRACE = "CURTAINCALL_DEBUG";
    /** Each of these would tell the same failure in its own way. */
    private static final Map<String, Object> SILENT = Map.of(
            "logging.level.org.springframework.boot.SpringApplication", "OFF",
            "logging.level.org.springframework.boot.diagnostics", "OFF",
            "logging.level.org.springframework.boot.web.server.servlet.context", "ERROR",
            "logging.level.org.apache.catalina.loader", "ERROR",
            "logging.level.org.mongodb.driver", "ERROR");

    private ServiceStart() {}

    private static void probe(Environment environment) {
        String uri = environment.getProperty("spring.mongodb.uri", "mongodb://localhost");
        new StoreProbe(StoreAddress.of(uri)).requireAnswer();
    }

    /** @param defaults settings below those of environment and arguments */
    public static void run(SpringApplication application, Map<String, Object> defaults, String... arguments) {
        Map<String, Object> all = new HashMap<>(SILENT);
        all.put("spring.main.banner-mode", "off");
        all.putAll(defaults);
        application.setDefaultProperties(all);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                prepared -> probe(prepared.getEnvironment()));
        try {
            application.run(arguments);
        } catch (RuntimeException e) {
            System.err.println(StartFailure.asSentence(StartFailure.of(e).getMessage()));
            if (System.getenv(SHOW_TRACE) != null) e.printStackTrace();
            System.exit(1);
        }
    }
}
