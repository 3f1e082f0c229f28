package io.curtaincall.allinone.start;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what stopped the services from starting into one sentence. */
final class StartFailure {
    private StartFailure() {}

    static CannotStartException of(Throwable failure, int port) {
        if (causes(failure).stream().anyMatch(PortInUseException.class::isInstance)) {
            return new CannotStartException("port " + port + " is in use; choose another with --port", failure);
        }
        return causes(failure).stream()
                .filter(CannotStartException.class::isInstance)
                .map(CannotStartException.class::cast)
                .findFirst()
                .orElseGet(() -> new CannotStartException("cannot start: " + rootMessage(failure), failure));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = causes(failure).getLast();
        String message = root.getMessage();
        if (root instanceof IllegalStateException && message != null) return message;
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) causes.add(cause);
        return causes;
    }
}
