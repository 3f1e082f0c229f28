package io.curtaincall.acceptance.alibaba;

import com.aliyuncs.AcsRequest;
import io.curtaincall.testsupport.alibaba.Stamp;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The older SDK's typed request for each operation, filled by its own setters. */
final class OlderRequests {
    private static final String MODELS = "com.aliyuncs.live.model.v20161101.";

    private OlderRequests() {}

    /** @param stamp only to be had for {@code DescribeLiveRecordNotifyConfig} */
    static AcsRequest<?> of(String action, Map<String, ?> parameters, Optional<Stamp> stamp)
            throws ReflectiveOperationException {
        AcsRequest<?> request = stamp.isPresent() ? new StampedDescribe(stamp.get()) : fresh(action);
        if (!request.getSysActionName().equals(action))
            throw new IllegalArgumentException(action + " has its own time");
        for (var parameter : parameters.entrySet()) set(request, parameter.getKey(), parameter.getValue());
        return request;
    }

    private static AcsRequest<?> fresh(String action) throws ReflectiveOperationException {
        Class<?> type = Class.forName(MODELS + action + "Request");
        return (AcsRequest<?>) type.getDeclaredConstructor().newInstance();
    }

    /** What its type has no room for is put in as a customer would who knows better than the SDK. */
    private static void set(AcsRequest<?> request, String name, Object value) throws ReflectiveOperationException {
        Method setter = Arrays.stream(request.getClass().getMethods())
                .filter(method -> method.getName().equals("set" + name))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(request.getClass() + " has no " + name));
        Optional<Object> fitting = fitting(setter.getParameterTypes()[0], String.valueOf(value));
        if (fitting.isPresent()) setter.invoke(request, fitting.get());
        else request.putQueryParameter(name, value);
    }

    private static Optional<Object> fitting(Class<?> type, String value) {
        try {
            if (type == Boolean.class) {
                return value.equals("true") || value.equals("false")
                        ? Optional.of(Boolean.valueOf(value))
                        : Optional.empty();
            }
            if (type == Integer.class) return Optional.of(Integer.valueOf(value));
            return Optional.of(type == Long.class ? Long.valueOf(value) : value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
