package io.curtaincall.dispatch.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be delivered, as far as who asks may know. */
sealed interface BacklogView {
    /**
     * All of it. Due and unfinished are all processes' together, in hand and in flight this one's.
     *
     * @param node the process that answers
     * @param unfinished callbacks that are neither delivered nor abandoned, some seconds behind
     * @param due those of them that might be tried now
     * @param oldestDueAt since when the oldest of these is, null if there is none
     * @param accounts those with most unfinished, the most first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Whole(
            String node,
            long unfinished,
            long due,
            @Nullable Instant oldestDueAt,
            int inHand,
            int inFlight,
            List<AccountView> accounts,
            List<EndpointView> endpoints)
            implements BacklogView {}

    /** What is the caller's own. */
    record OfAccounts(List<AccountView> accounts) implements BacklogView {}

    /**
     * One account's.
     *
     * @param unfinished some seconds behind
     * @param most with so many no more events of its domains are taken in
     * @param full whether none are
     */
    record AccountView(String accountId, long unfinished, long most, boolean full) {}

    /**
     * One config's.
     *
     * @param circuit null if this process has sent it nothing yet, as what follows
     * @param openUntil until when it is left alone, null if it is not
     * @param mostInFlight the limit of attempts at once that counts
     * @param perSecond null where there is no such limit
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EndpointView(
            String configId,
            long due,
            @Nullable Instant oldestDueAt,
            int inHand,
            @Nullable String circuit,
            @Nullable Instant openUntil,
            @Nullable Integer inFlight,
            @Nullable Integer mostInFlight,
            @Nullable Integer perSecond) {}
}
