package io.curtaincall.embedded.plan;

/** How walking the intervals gives the order that was asked for. */
public enum Order {
    FORWARD(true, false, false),
    BACKWARD(true, true, false),
    /** Each interval is in order; together they are when merged. */
    MERGED_FORWARD(true, false, true),
    MERGED_BACKWARD(true, true, true),
    /** The documents must be sorted after they are read. */
    NONE(false, false, false);

    private final boolean sorted;
    private final boolean backward;
    private final boolean merged;

    Order(boolean sorted, boolean backward, boolean merged) {
        this.sorted = sorted;
        this.backward = backward;
        this.merged = merged;
    }

    public boolean sorted() {
        return sorted;
    }

    public boolean backward() {
        return backward;
    }

    public boolean merged() {
        return merged;
    }

    static Order walk(boolean backward) {
        return backward ? BACKWARD : FORWARD;
    }

    static Order merge(boolean backward) {
        return backward ? MERGED_BACKWARD : MERGED_FORWARD;
    }
}
