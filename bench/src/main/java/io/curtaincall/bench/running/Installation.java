package io.curtaincall.bench.running;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole Curtaincall in one of its shapes, on a data folder of its own and ports of the kernel's choice. */
public final class Installation implements AutoCloseable {
    private static final Map<String, String> KEY =
            Map.of("CURTAINCALL_KEY", Base64.getEncoder().encodeToString(new byte[32]));

    private final Shape shape;
    private final Path folder;
    private final Map<Role, Part> parts;
    private final List<Part> copies = new ArrayList<>();

    private Installation(Shape shape, Path folder, Map<Role, Part> parts) {
        this.shape = shape;
        this.folder = folder;
        this.parts = parts;
    }

    /** @param settings of the form {@code name=value}, as {@code up --set} takes them */
    public static Installation start(Shape shape, Path folder, String... settings) {
        Installation installation = new Installation(shape, folder, new EnumMap<>(Role.class));
        try {
            switch (shape) {
                case ALL_IN_ONE -> installation.startTogether(List.of(settings));
                case APART -> installation.startApart(List.of(settings));
            }
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** Services apart, without a front, with as many dispatch processes as told. */
    public static Installation startSeveral(int dispatchers, Path folder, String... settings) {
        Installation installation = new Installation(Shape.APART, folder, new EnumMap<>(Role.class));
        try {
            installation.startServicesApart(List.of(settings));
            for (int copy = 2; copy <= dispatchers; copy++) {
                String name = Role.DISPATCH.service() + "-" + copy;
                installation.copies.add(installation.service(name, Role.DISPATCH, List.of(settings)));
            }
            installation.startServices();
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private void startTogether(List<String> settings) {
        Part all = Part.up("all-in-one", options(folder, settings), Map.of(), folder);
        for (Role role : Role.values()) parts.put(role, all);
        all.restart();
    }

    private void startApart(List<String> settings) {
        startServicesApart(settings);
        // Only now, so that the first start's credentials are in the folder of config.
        parts.put(Role.FRONT, service(Role.FRONT.service(), Role.FRONT, settings));
        startServices();
    }

    private void startServicesApart(List<String> settings) {
        Part store = Part.store(folder);
        parts.put(Role.STORE, store);
        store.restart();
        for (Role role : List.of(Role.CONFIG, Role.DISPATCH, Role.QUERY)) {
            parts.put(role, service(role.service(), role, settings));
        }
        startServices();
    }

    private Part service(String name, Role role, List<String> settings) {
        List<String> options = new ArrayList<>(options(folder.resolve(name), settings));
        String store = part(Role.STORE).uri().toString();
        options.addAll(List.of("--services", role.services(), "--store", store));
        return Part.up(name, options, KEY, folder);
    }

    private void startServices() {
        List<Part> services = parts();
        services.stream().filter(part -> !part.isAlive()).forEach(Part::begin);
        services.forEach(Part::awaitReady);
    }

    /** Starts again whatever has ended: the store first, then the services at the same time. */
    public void startAgain() {
        if (!part(Role.STORE).isAlive()) part(Role.STORE).restart();
        startServices();
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
        Set<Part> all = new LinkedHashSet<>(parts.values());
        all.addAll(copies);
        return List.copyOf(all);
    }

    /** Every dispatch process there is. */
    public List<Part> dispatchers() {
        List<Part> all = new ArrayList<>(List.of(part(Role.DISPATCH)));
        all.addAll(copies);
        return all;
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

    /** Where configs and records are at one address. */
    public URI front() {
        return part(Role.FRONT).uri();
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
                .filter(Part::isAlive)
                .forEach(part -> part.process().terminate());
    }
}
