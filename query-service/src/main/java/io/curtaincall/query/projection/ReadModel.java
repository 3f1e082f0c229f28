package io.curtaincall.query.projection;

import io.curtaincall.query.ondemand.OnDemandDecisionsProjection;
import io.curtaincall.query.record.CallbackRecordsProjection;
import java.util.Arrays;
import java.util.Optional;

/** What this service keeps beside the events and can build again from them. */
public enum ReadModel {
    CALLBACK_RECORDS("callback-records", CallbackRecordsProjection.NAME),
    ON_DEMAND_DECISIONS("on-demand-decisions", OnDemandDecisionsProjection.NAME);

    private final String wireName;
    private final String processor;

    ReadModel(String wireName, String processor) {
        this.wireName = wireName;
        this.processor = processor;
    }

    public String wireName() {
        return wireName;
    }

    String processor() {
        return processor;
    }

    public static Optional<ReadModel> find(String wireName) {
        return Arrays.stream(values())
                .filter(model -> model.wireName.equals(wireName))
                .findFirst();
    }
}
