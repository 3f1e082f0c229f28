package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes due callbacks from nobody, from the stopped and from the dead, never from the living. */
final class Claims {
    private final DueCallbacks dueCallbacks;
    private final Nodes nodes;
    private final NodeId node;
    private long number;

    Claims(DueCallbacks dueCallbacks, Nodes nodes, NodeId node) {
        this.dueCallbacks = dueCallbacks;
        this.nodes = nodes;
        this.node = node;
    }

    boolean isTakeable(DueCallback row) {
        String holder = row.holder();
        return holder == null || holder.equals(node.value()) || nodes.standing(holder) != Nodes.Standing.ALIVE;
    }

    /** Of takeable rows those that are this process's now. */
    List<DueCallback> take(List<DueCallback> rows) {
        Map<@Nullable String, List<DueCallback>> byHolder = new HashMap<>();
        rows.forEach(row -> byHolder.computeIfAbsent(row.holder(), holder -> new ArrayList<>())
                .add(row));
        List<DueCallback> taken = new ArrayList<>();
        byHolder.forEach((holder, theirs) -> taken.addAll(takeFrom(holder, theirs)));
        return taken;
    }

    private List<DueCallback> takeFrom(@Nullable String holder, List<DueCallback> rows) {
        if (node.value().equals(holder)) return rows;
        Nodes.Standing standing = holder == null ? Nodes.Standing.STOPPED : nodes.standing(holder);
        if (standing == Nodes.Standing.ALIVE) return List.of(); // it has come back since it was asked about
        String died = standing == Nodes.Standing.DEAD ? holder : null;
        String word = node.value() + "/" + ++number;
        Set<?> taken = dueCallbacks.claim(
                rows.stream().map(DueCallback::callbackId).toList(), holder, died, node.value(), word);
        return rows.stream()
                .filter(row -> taken.contains(row.callbackId()))
                .map(row -> row.claimedAfter(died))
                .toList();
    }
}
