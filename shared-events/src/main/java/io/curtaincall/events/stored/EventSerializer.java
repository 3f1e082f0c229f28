package io.curtaincall.events.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** JSON for events under their stored names; every other class (tokens, metadata) keeps Axon's naming. */
public final class EventSerializer extends JacksonSerializer {
    private static final Map<Class<?>, StoredEvent> BY_TYPE =
            StoredEvent.ALL.stream().collect(Collectors.toUnmodifiableMap(StoredEvent::type, Function.identity()));
    private static final Map<String, StoredEvent> BY_NAME =
            StoredEvent.ALL.stream().collect(Collectors.toUnmodifiableMap(StoredEvent::name, Function.identity()));

    public EventSerializer() {
        super(JacksonSerializer.builder().objectMapper(mapper()));
    }

    /** The mapper of the event contract: ISO-8601 times and durations, absent for null, unknown fields of newer writers ignored. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder(buffersForVirtualThreads())
                .addModule(new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Buffers kept by thread, as is the default, would be made anew for every virtual thread and held while it waits. */
    private static JsonFactory buffersForVirtualThreads() {
        return JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build();
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(Class type) {
        StoredEvent stored = BY_TYPE.get(type);
        return stored == null ? super.typeForClass(type) : new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        StoredEvent stored = BY_NAME.get(type.getName());
        return stored == null ? super.classForType(type) : stored.type();
    }
}
