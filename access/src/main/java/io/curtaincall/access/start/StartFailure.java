package io.curtaincall.access.start;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what stopped the services from starting into one sentence. */
public final class StartFailure {
    private StartFailure() {}

    public static CannotStartException of(Throwable failure) {
        return first(failure, CannotStartException.class, Function.identity())
                .or(() -> first(failure, PortInUseException.class, StartFailure::portInUse))
                .or(() -> first(failure, BindException.class, StartFailure::setting))
                .or(() -> first(failure, MongoException.class, StartFailure::store))
                .orElseGet(() -> new CannotStartException("cannot start: " + rootMessage(failure), failure));
    }

    /** What others say becomes the rest of a sentence that begins with our name. */
    public static String asSentence(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s*\\R\\s*", " ").strip();
        boolean begins = line.length() > 1 && Character.isLowerCase(line.charAt(1));
        String inside = begins ? Character.toLowerCase(line.charAt(0)) + line.substring(1) : line;
        return "curtaincall: " + (inside.endsWith(".") ? inside : inside + ".");
    }

    private static <T extends Throwable> Optional<CannotStartException> first(
            Throwable failure, Class<T> kind, Function<T, CannotStartException> sentence) {
        return causes(failure)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .map(sentence);
    }

    private static CannotStartException portInUse(PortInUseException taken) {
        return new CannotStartException("port " + taken.getPort() + " is in use; choose another", taken);
    }

    private static CannotStartException setting(BindException unbound) {
        ConfigurationProperty property = unbound.getProperty();
        String what = property == null
                ? "the settings " + unbound.getName() + ".* do not fit: " + rootMessage(unbound)
                : "the setting " + property.getName() + " cannot be '" + property.getValue() + "'" + choices(unbound);
        return new CannotStartException(what, unbound);
    }

    private static String choices(BindException unbound) {
        Object @Nullable [] constants = Objects.requireNonNullElse(
                        unbound.getTarget().getType().resolve(), Object.class)
                .getEnumConstants();
        if (constants == null) return ": " + rootMessage(unbound);
        return Arrays.stream(constants)
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "; it can be ", ""));
    }

    private static CannotStartException store(MongoException failed) {
        if (failed instanceof MongoSecurityException) {
            return new CannotStartException("the store refused the user or password", failed);
        }
        return new CannotStartException(
                failed instanceof MongoTimeoutException
                        ? "the store did not answer in time"
                        : "the store failed: " + failed.getMessage(),
                failed);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        String message = root.getMessage();
        if (root instanceof IllegalStateException && message != null) return message;
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
