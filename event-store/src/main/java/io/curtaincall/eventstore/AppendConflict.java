package io.curtaincall.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/** The stream already has an event at that sequence; nothing of the commit has been stored. */
public final class AppendConflict extends ConcurrencyException {
    private static final long serialVersionUID = 1L;

    private final String aggregateId;
    private final long sequence;

    AppendConflict(String aggregateId, long sequence) {
        super("An event for aggregate [" + aggregateId + "] at sequence [" + sequence + "] is already stored");
        this.aggregateId = aggregateId;
        this.sequence = sequence;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public long sequence() {
        return sequence;
    }
}
