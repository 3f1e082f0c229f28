package io.curtaincall.dispatch.format;

import io.curtaincall.dialects.port.CallbackFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body formats of dialects that this process knows; {@link #CLOUD_EVENT} is none of them and always there. */
public final class CallbackFormats {
    /** The format whose body is the live event itself, as it is stored. */
    public static final String CLOUD_EVENT = "curtaincall";

    private final Map<String, CallbackFormat> byName;

    public CallbackFormats(Stream<CallbackFormat> formats) {
        byName = formats.collect(Collectors.toUnmodifiableMap(CallbackFormat::name, Function.identity()));
    }

    public Optional<CallbackFormat> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Stream<CallbackFormat> all() {
        return byName.values().stream();
    }
}
