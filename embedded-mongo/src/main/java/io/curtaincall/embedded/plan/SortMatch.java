package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Compares the order that a query asks for with the order that a key space has. */
final class SortMatch {
    private static final int MOST_MERGED = 256;
    private static final IndexKey ID = new IndexKey("_id", true);

    private final KeySpace keys;
    private final List<Integer> points;

    /** @param points how many values each leading field may have */
    SortMatch(KeySpace keys, List<Integer> points) {
        this.keys = keys;
        this.points = points;
    }

    Order order(Document sort, int intervals) {
        if (sort.isEmpty()) {
            return Order.FORWARD;
        }
        if (sort.containsKey("$natural")) {
            return keys.fields().getFirst().getKey().equals("_id")
                            && keys.fields().size() == 1
                    ? Order.walk(direction(sort.get("$natural")) < 0)
                    : Order.NONE;
        }
        int walked = match(sort, 0, false);
        if (walked != 0) {
            return Order.walk(walked < 0);
        }
        int merged = intervals <= MOST_MERGED ? match(sort, points.size(), true) : 0;
        return merged == 0 ? Order.NONE : Order.merge(merged < 0);
    }

    /** 1 or -1 when the fields from {@code field} on are in the asked order or its reverse; 0 otherwise. */
    private int match(Document sort, int field, boolean merging) {
        List<IndexKey> fields = new ArrayList<>(keys.fields());
        fields.add(ID);
        int direction = 0;
        Iterator<Map.Entry<String, Object>> wanted = sort.entrySet().iterator();
        while (wanted.hasNext()) {
            Map.Entry<String, Object> next = wanted.next();
            if (isSinglePoint(next.getKey())) {
                continue;
            }
            while (field < fields.size()
                    && !merging
                    && isSinglePoint(fields.get(field).getKey())) {
                field++;
            }
            if (field == fields.size() || !fields.get(field).getKey().equals(next.getKey()) || isMultikey(field)) {
                return 0;
            }
            int here = direction(next.getValue()) * (fields.get(field).isAscending() ? 1 : -1);
            if (direction != 0 && direction != here) {
                return 0;
            }
            direction = here;
            if (next.getKey().equals("_id")) {
                return direction;
            }
            field++;
        }
        return direction == 0 ? 1 : direction;
    }

    private boolean isMultikey(int field) {
        return field < keys.fields().size() && keys.multikey(field);
    }

    private boolean isSinglePoint(String path) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) == 1 && keys.fields().get(i).getKey().equals(path) && !keys.multikey(i)) {
                return true;
            }
        }
        return false;
    }

    private static int direction(Object value) {
        return value instanceof Number number && number.intValue() < 0 ? -1 : 1;
    }
}
