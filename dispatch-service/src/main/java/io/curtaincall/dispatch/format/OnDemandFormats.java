package io.curtaincall.dispatch.format;

import io.curtaincall.dialects.port.OnDemandFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways of asking a receiver whether to record that this process knows. */
public final class OnDemandFormats {
    private final Map<String, OnDemandFormat> byName;

    public OnDemandFormats(Stream<OnDemandFormat> formats) {
        byName = formats.collect(Collectors.toUnmodifiableMap(OnDemandFormat::name, Function.identity()));
    }

    public Optional<OnDemandFormat> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
