package io.curtaincall.query.projection;

import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.stereotype.Component;

/** The processors behind the read models. Of several query processes one at a time runs each. */
@Component
public class Projecting {
    private final EventProcessingConfiguration processing;
    private final TokenStore tokens;
    private volatile boolean rebuilding;

    Projecting(EventProcessingConfiguration processing, TokenStore tokens) {
        this.processing = processing;
        this.tokens = tokens;
    }

    /** Empty while another process runs it, or nobody does. */
    public Optional<Progress> here(ReadModel model) {
        return processor(model).processingStatus().values().stream().findFirst().map(Projecting::progress);
    }

    /** Whether no process at all runs it. */
    boolean nowhere(ReadModel model) {
        return tokens.fetchSegments(model.processor()).length == 0
                || !tokens.fetchAvailableSegments(model.processor()).isEmpty();
    }

    boolean rebuildingHere() {
        return rebuilding;
    }

    /**
     * Empties the read model and starts again from the first event. Other processors go on meanwhile.
     *
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if another process was quicker to
     *     take the projection over; it goes on there
     */
    public void rebuild(ReadModel model) {
        TrackingEventProcessor processor = processor(model);
        rebuilding = true;
        processor.shutDown();
        try {
            processor.resetTokens();
        } finally {
            processor.start();
            rebuilding = false;
        }
    }

    private TrackingEventProcessor processor(ReadModel model) {
        return processing
                .eventProcessor(model.processor(), TrackingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor " + model.processor()));
    }

    private static Progress progress(EventTrackerStatus status) {
        return new Progress(
                status.getCurrentPosition().orElse(0),
                status.isCaughtUp(),
                status.isReplaying(),
                status.isErrorState());
    }
}
