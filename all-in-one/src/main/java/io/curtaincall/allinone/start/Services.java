package io.curtaincall.allinone.start;

import io.curtaincall.access.start.StartFailure;
import io.curtaincall.access.start.StoreAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The doors of one process as one Spring application. */
record Services(InstallationOptions options, HomeFolder home, StoreAddress store) {
    /** Its own name, so that neither the services' own files nor a stray application.properties is read. */
    private static final String SETTINGS_FILE = "all-in-one";

    ConfigurableApplicationContext start() {
        List<Class<?>> sources = new ArrayList<>(List.of(AllInOne.class));
        options.doors().forEach(door -> sources.add(door.configuration()));
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(Map.of("spring.config.name", SETTINGS_FILE));
        // The process closes the services before the store; Spring's own hook would know no such order.
        application.setRegisterShutdownHook(false);
        try {
            return application.run(settings());
        } catch (RuntimeException e) {
            throw StartFailure.of(e);
        }
    }

    /** As arguments, because what is said on the command line stands above environment and files. */
    private String[] settings() {
        Map<String, String> all = new LinkedHashMap<>(options.settings());
        all.put("server.address", options.listen().getAddress().getHostAddress());
        all.put("server.port", String.valueOf(options.listen().getPort()));
        all.put("spring.mongodb.uri", store.uri());
        all.put("curtaincall.database", store.database());
        all.put("curtaincall.data", home.path().toString());
        if (!options.allowEgress().isEmpty()) {
            all.put("curtaincall.egress.allow", String.join(",", options.allowEgress()));
        }
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
