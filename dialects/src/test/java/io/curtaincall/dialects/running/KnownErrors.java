package io.curtaincall.dialects.running;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All errors that a class of errors can name. */
public final class KnownErrors {
    private KnownErrors() {}

    public static <E> List<E> constants(Class<E> type) throws ReflectiveOperationException {
        List<E> constants = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() != type || !Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            constants.add(type.cast(field.get(null)));
        }
        return constants;
    }

    /** What the methods that word an error make of any text. */
    public static <E> List<E> worded(Class<E> type) throws ReflectiveOperationException {
        List<E> worded = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            boolean words = method.getReturnType() == type && Modifier.isStatic(modifiers);
            if (!words || Modifier.isPrivate(modifiers)) continue;
            method.setAccessible(true);
            Object[] texts = new Object[method.getParameterCount()];
            Arrays.fill(texts, "any");
            worded.add(type.cast(method.invoke(null, texts)));
        }
        return worded;
    }
}
