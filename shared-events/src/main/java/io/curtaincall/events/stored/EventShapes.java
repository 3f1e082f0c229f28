package io.curtaincall.events.stored;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells apart programs that read events differently: a field that one of them does not know is lost to what it derives
 * from events, though names and revisions are the same.
 */
public final class EventShapes {
    private static final String OWN = "io.curtaincall.";

    private EventShapes() {}

    /** The same text for the same names, revisions and fields of all stored events. */
    public static String fingerprint() {
        return fingerprint(StoredEvent.ALL);
    }

    static String fingerprint(List<StoredEvent> events) {
        Map<String, String> shapes = new TreeMap<>();
        for (StoredEvent stored : events) {
            shapes.put(
                    "event " + stored.name() + " " + stored.revision(),
                    stored.type().getName());
            describe(stored.type(), shapes);
        }
        return UUID.nameUUIDFromBytes(shapes.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void describe(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) describe(argument, shapes);
        }
        if (!(type instanceof Class<?> own) || !own.getName().startsWith(OWN) || shapes.containsKey(own.getName()))
            return;
        shapes.put(own.getName(), fields(own));
        parts(own).forEach(part -> describe(part, shapes));
    }

    private static String fields(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(component -> component.getName() + " " + component.getGenericType())
                        .collect(Collectors.joining(","))
                : "";
    }

    private static Stream<Type> parts(Class<?> type) {
        if (type.isRecord()) return Stream.of(type.getRecordComponents()).map(RecordComponent::getGenericType);
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.empty();
    }
}
