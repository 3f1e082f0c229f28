package io.curtaincall.allinone.start;

import io.curtaincall.config.ConfigService;
import io.curtaincall.dispatch.DispatchService;
import io.curtaincall.query.QueryService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The services a process may be composed of. */
public enum Door {
    CONFIG(ConfigService.class),
    DISPATCH(DispatchService.class),
    QUERY(QueryService.class);

    private final Class<?> configuration;

    Door(Class<?> configuration) {
        this.configuration = configuration;
    }

    public static Optional<Door> named(String name) {
        return Arrays.stream(values())
                .filter(door -> door.serviceName().equals(name))
                .findAny();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Door::serviceName).toList();
    }

    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The records hold no secrets, so whoever only queries them needs no key. */
    boolean opensSecrets() {
        return this != QUERY;
    }

    Class<?> configuration() {
        return configuration;
    }
}
