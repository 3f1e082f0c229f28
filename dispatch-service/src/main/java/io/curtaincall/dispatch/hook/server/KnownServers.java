package io.curtaincall.dispatch.hook.server;

import io.curtaincall.events.hook.HookKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The media servers whose hooks are understood, by kind. */
@Component
public final class KnownServers {
    private final Map<HookKind, ServerHooks> byKind = new EnumMap<>(HookKind.class);

    KnownServers(List<ServerHooks> servers) {
        servers.forEach(server -> byKind.put(server.kind(), server));
    }

    public Optional<ServerHooks> find(HookKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** By the name in the hook's path. */
    public Optional<ServerHooks> find(String wireName) {
        return byKind.values().stream()
                .filter(server -> server.kind().wireName().equals(wireName))
                .findFirst();
    }
}
