package io.curtaincall.dispatch.hook.server;

import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.Optional;
import java.util.Set;

/** The hooks of one kind of media server. To know another kind takes its name in {@link HookKind} and a bean of this. */
public interface ServerHooks {
    HookKind kind();

    /** The HTTP methods its hooks come by. */
    default Set<String> methods() {
        return Set.of("POST");
    }

    /** How long a body of its may be. */
    default int mostBytes() {
        return 64 * 1024;
    }

    /** Whether its files are named by their stream, so that one that is being written is seen to be that stream's. */
    default boolean namesFilesByStream() {
        return false;
    }

    /**
     * What of a request may be kept, and what the server takes for yes. It is yes also to what nobody understands: the
     * server can do nothing about that, and a no would stop somebody's stream.
     *
     * @throws io.curtaincall.access.problem.RefusedException if it is not the server that sent it
     */
    TakenHooks take(HookRequest request);

    /** What a hook that was kept says of recording, if it says anything. Pure. */
    Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source);
}
