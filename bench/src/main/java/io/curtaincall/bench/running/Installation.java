package io.curtaincall.bench.running;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A whole Curtaincall in one of its shapes, on a data folder of its own and ports of the kernel's choice. */
public final class Installation implements AutoCloseable {
    private final Shape shape;
    private final Path folder;
    private final Map<Role, Part> parts;

    private Installation(Shape shape, Path folder, Map<Role, Part> parts) {
        this.shape = shape;
        this.folder = folder;
        this.parts = parts;
    }

    /** @param settings of the form {@code name=value}, as {@code up --set} takes them */
    public static Installation start(Shape shape, Path folder, String... settings) {
        Map<Role, Part> parts = switch (shape) {
            case ALL_IN_ONE -> together(folder, List.of(settings));
            case APART -> apart(folder, List.of(settings));
        };
        return new Installation(shape, folder, parts);
    }

    private static Map<Role, Part> together(Path folder, List<String> settings) {
        Part all = Part.up("all-in-one", options(folder, settings), Map.of(), folder);
        all.restart();
        Map<Role, Part> parts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) parts.put(role, all);
        return parts;
    }

    private static Map<Role, Part> apart(Path folder, List<String> settings) {
        Map<Role, Part> parts = new EnumMap<>(Role.class);
        Part store = Part.store(folder).restart();
        parts.put(Role.STORE, store);
        Map<String, String> key = Map.of("CURTAINCALL_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        for (Role role : List.of(Role.CONFIG, Role.DISPATCH, Role.QUERY)) {
            List<String> options = new ArrayList<>(options(folder.resolve(role.service()), settings));
            options.addAll(
                    List.of("--services", role.service(), "--store", store.uri().toString()));
            parts.put(role, Part.up(role.service(), options, key, folder));
        }
        parts.values().stream().filter(part -> part != store).forEach(Part::begin);
        parts.values().stream().filter(part -> part != store).forEach(Part::awaitReady);
        return parts;
    }

    private static List<String> options(Path folder, List<String> settings) {
        List<String> options =
                new ArrayList<>(List.of("--data", folder.resolve("data").toString(), "--allow-egress", "127.0.0.0/8"));
        settings.forEach(setting -> options.addAll(List.of("--set", setting)));
        return options;
    }

    public Shape shape() {
        return shape;
    }

    public Part part(Role role) {
        Part part = parts.get(role);
        if (part == null) throw new IllegalStateException("nobody is " + role);
        return part;
    }

    /** Each process once. */
    public List<Part> parts() {
        return List.copyOf(new LinkedHashSet<>(parts.values()));
    }

    public URI config() {
        return part(Role.CONFIG).uri();
    }

    public URI dispatch() {
        return part(Role.DISPATCH).uri();
    }

    public URI query() {
        return part(Role.QUERY).uri();
    }

    public Path folder() {
        return folder;
    }

    public Credentials credentials() {
        return Credentials.in(shape == Shape.APART ? folder.resolve("config/data") : folder.resolve("data"));
    }

    /** The API as the operator sees it. */
    public CurtaincallApi asOperator() {
        return as(credentials().operatorToken());
    }

    /** The API as the account of the first start sees it. */
    public CurtaincallApi asDemo() {
        return as(credentials().account().token());
    }

    public CurtaincallApi as(String token) {
        return new CurtaincallApi(this, token);
    }

    /** Everything that all processes have said, for whoever wonders why a test failed. */
    public String said() {
        StringBuilder all = new StringBuilder();
        parts().forEach(part -> all.append("---- ")
                .append(part.name())
                .append(" (pid ")
                .append(part.process().pid())
                .append(")\n")
                .append(part.process().said()));
        return all.toString();
    }

    /** The services first, the store last. */
    @Override
    public void close() {
        List<Part> ending = new ArrayList<>(parts());
        ending.reversed().stream()
                .filter(part -> part.process().isAlive())
                .forEach(part -> part.process().terminate());
    }
}
