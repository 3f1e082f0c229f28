package io.curtaincall.config.command;

import com.mongodb.MongoException;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.directory.Directory;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends commands so that who sent one reads its effect from the directory at once. */
@Component
public class ConfigCommands {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigCommands.class);
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final StoredStreams streams;
    private final Directory directory;

    ConfigCommands(CommandGateway gateway, StoredStreams streams, Directory directory) {
        this.gateway = gateway;
        this.streams = streams;
        this.directory = directory;
    }

    /**
     * @param streamId the stream that the command writes
     * @throws io.curtaincall.access.problem.RefusedException if the command is refused
     */
    public void send(Object command, String streamId) {
        decide(command, 1);
        awaitDirectory(streamId);
    }

    /** Like {@link #send(Object, String)}, for a command that is answered. */
    public <R> R send(Object command, String streamId, Class<R> answer) {
        return send(command, result -> streamId, answer);
    }

    /** Like {@link #send(Object, String, Class)}, where only the answer tells which stream was written. */
    public <R> R send(Object command, Function<R, String> streamId, Class<R> answer) {
        R result = answer.cast(Objects.requireNonNull(decide(command, 1), "this command has no answer"));
        awaitDirectory(streamId.apply(result));
        return result;
    }

    /**
     * Waits until the directory knows what anybody was told is stored, whichever process told so.
     *
     * @throws io.curtaincall.access.problem.RefusedException {@code Unavailable} if that takes too long
     */
    public void awaitNewest() {
        try {
            if (directory.awaitPosition(streams.head(), PATIENCE)) return;
            LOG.warn("the directory lags by more than {}", PATIENCE);
        } catch (MongoException | EventStoreException e) {
            LOG.warn("cannot see how far the directory must be", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("the newest configs are not known yet, try again").refused();
    }

    /** Another process was first: decide again on what it left behind. */
    private @Nullable Object decide(Object command, int attempt) {
        try {
            return gateway.sendAndWait(command);
        } catch (ConcurrencyException e) {
            if (attempt == TRIES) throw new Unavailable("others keep changing the same, try again").refused();
            return decide(command, attempt + 1);
        } catch (AggregateNotFoundException e) {
            throw new NotFound("resource", String.valueOf(e.getAggregateIdentifier())).refused();
        } catch (EventStoreException | MongoException e) {
            LOG.warn("the store failed a command", e);
            throw new Unavailable("the store does not answer; look whether it took the request, and try again")
                    .refused();
        }
    }

    /** The command is stored by now, so a directory that lags is a reason to warn and none to refuse. */
    private void awaitDirectory(String streamId) {
        try {
            long position = streams.read(streamId).getLast().position();
            if (!directory.awaitPosition(position, PATIENCE)) LOG.warn("the directory lags by more than {}", PATIENCE);
        } catch (MongoException e) {
            LOG.warn("cannot see how far the directory must be", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
