package io.curtaincall.query.record;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.bson.BsonDocument;

/** Several walks from the newest row on as one; each is read only as far as it is needed, and none is kept in memory. */
final class MergedWalks {
    private static final Comparator<Walk> NEWEST_FIRST =
            Comparator.comparing((Walk walk) -> walk.row().key().value()).reversed();

    private MergedWalks() {}

    static List<RecordRow> newest(List<FindIterable<BsonDocument>> walks, int skip, int limit) {
        List<MongoCursor<BsonDocument>> cursors = new ArrayList<>();
        try {
            PriorityQueue<Walk> heads = new PriorityQueue<>(NEWEST_FIRST);
            for (FindIterable<BsonDocument> walk : walks) {
                MongoCursor<BsonDocument> cursor = walk.cursor();
                cursors.add(cursor);
                step(cursor, heads);
            }
            List<RecordRow> found = new ArrayList<>();
            for (long passed = 0; !heads.isEmpty() && found.size() < limit; passed++) {
                Walk newest = heads.remove();
                if (passed >= skip) found.add(newest.row());
                step(newest.cursor(), heads);
            }
            return found;
        } finally {
            cursors.forEach(MongoCursor::close);
        }
    }

    private static void step(MongoCursor<BsonDocument> cursor, PriorityQueue<Walk> heads) {
        if (cursor.hasNext()) heads.add(new Walk(RecordRow.ofStored(cursor.next()), cursor));
    }

    /** @param row where it stands */
    private record Walk(RecordRow row, MongoCursor<BsonDocument> cursor) {}
}
