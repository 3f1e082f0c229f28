package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline split into what an index may answer and the stages that follow.
 *
 * @param rest the stages that remain
 */
record PipelineHead(Query query, List<Document> rest) {

    static PipelineHead of(List<Document> pipeline) {
        int next = 0;
        List<Document> matches = new ArrayList<>();
        while (stage(pipeline, next, "$match") instanceof Document match) {
            matches.add(match);
            next++;
        }
        Document sort = new Document();
        if (stage(pipeline, next, "$sort") instanceof Document found) {
            sort = found;
            next++;
        }
        long skip = 0;
        long limit = 0;
        if (stage(pipeline, next, "$skip") instanceof Number found) {
            skip = found.longValue();
            next++;
        }
        if (stage(pipeline, next, "$limit") instanceof Number found && found.longValue() > 0) {
            limit = found.longValue();
            next++;
        }
        return new PipelineHead(new Query(all(matches), sort, skip, limit), pipeline.subList(next, pipeline.size()));
    }

    /** The field that the rest puts the number of documents in, or null when it does anything else. */
    @Nullable
    String countField() {
        if (rest.size() != 1 || !(stage(rest, 0, "$group") instanceof Document group) || group.size() != 2) {
            return null;
        }
        Object id = group.get("_id");
        String field = List.copyOf(group.keySet()).get(1);
        boolean constant = group.containsKey("_id") && (id == null || id instanceof Number);
        boolean counts = group.get(field) instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Integer one
                && one == 1;
        return constant && counts ? field : null;
    }

    private static @Nullable Object stage(List<Document> pipeline, int position, String name) {
        return position < pipeline.size() ? pipeline.get(position).get(name) : null;
    }

    private static Document all(List<Document> matches) {
        return switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> matches.getFirst();
            default -> new Document("$and", matches);
        };
    }
}
