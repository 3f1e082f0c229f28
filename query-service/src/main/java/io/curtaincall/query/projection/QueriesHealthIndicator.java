package io.curtaincall.query.projection;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.eventstore.StoredStreams;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up when the store answers and every projection is run by some process, that of the callback records here not far
 * behind. A replay under way is up: the operator asked for it; and so is a list that is built for the first time.
 */
@Component
class QueriesHealthIndicator extends AbstractHealthIndicator {
    private static final long FAR_BEHIND = 50_000;
    private static final int PATIENCE_SECONDS = 3;

    private final Projecting projecting;
    private final StoredStreams streams;
    private final MongoDatabase database;

    QueriesHealthIndicator(Projecting projecting, StoredStreams streams, MongoDatabase database) {
        super("the store does not answer");
        this.projecting = projecting;
        this.streams = streams;
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).runCommand(new BsonDocument("ping", new BsonInt32(1)));
        health.up();
        for (ReadModel model : ReadModel.values()) {
            projecting
                    .here(model)
                    .ifPresentOrElse(progress -> judge(health, model, progress), () -> judgeElsewhere(health, model));
        }
    }

    private void judge(Health.Builder health, ReadModel model, Progress progress) {
        long behind = Math.max(0, streams.position() - progress.position());
        health.withDetail(model.wireName(), behind + " events behind" + (progress.replaying() ? ", replaying" : ""));
        boolean outdated = model == ReadModel.CALLBACK_RECORDS && behind > FAR_BEHIND && !progress.replaying();
        if (progress.failing() || outdated) health.down();
    }

    private void judgeElsewhere(Health.Builder health, ReadModel model) {
        if (projecting.rebuildingHere()) health.withDetail(model.wireName(), "being reset");
        else if (projecting.nowhere(model)) health.down().withDetail(model.wireName(), "no process runs it");
        else health.withDetail(model.wireName(), "run by another process");
    }
}
