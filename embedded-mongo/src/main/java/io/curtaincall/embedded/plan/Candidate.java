package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.KeyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The intervals of one key space for a query, built field by field as far as the query's conditions reach. */
final class Candidate {
    private static final int COUNTED = 16;

    private final KeySpace keys;
    private final Conditions conditions;
    /** The $elemMatch whose conditions bound the fields inside an array; 0 for conditions outside of any. */
    private final int element;

    private final Set<Condition> answered = new HashSet<>();
    private final List<Integer> points = new ArrayList<>();
    private final List<Interval> intervals;
    private boolean arrayBounded;
    private boolean excludesMissing;

    Candidate(KeySpace keys, Conditions conditions, int element) {
        this.keys = keys;
        this.conditions = conditions;
        this.element = element;
        this.intervals = build();
    }

    /** A sparse index does not know documents without its fields. */
    boolean seesAllMatches() {
        return !keys.sparse() || excludesMissing;
    }

    boolean namesOneDocument() {
        return keys.direct() && points.size() == 1 && points.getFirst() == 1;
    }

    Plan plan(Document sort) {
        Order order = new SortMatch(keys, points).order(sort, intervals.size());
        ElementMatch proven = conditions.elementMatch(element, answered);
        Set<String> arrays = proven == null ? Set.of() : Set.of(proven.field());
        return new Plan(keys, intervals, order, arrays, conditions.without(answered, proven), entries());
    }

    private List<Interval> build() {
        Intervals building = new Intervals();
        for (int i = 0; i < keys.fields().size(); i++) {
            List<Condition> usable = usable(i);
            Condition point = fewestPoints(usable);
            if (point != null
                    && building.add(
                            (Constraint.Points) point.constraint(),
                            keys.fields().get(i))) {
                use(point, i);
                points.add(((Constraint.Points) point.constraint()).keys().size());
            } else {
                Constraint.Range range = range(usable, i);
                return range == null
                        ? building.closed()
                        : building.closed(range, keys.fields().get(i));
            }
        }
        return building.closed();
    }

    private List<Condition> usable(int field) {
        String path = keys.fields().get(field).getKey();
        boolean inArray = keys.multikey(field);
        // conditions outside of $elemMatch may hold for different elements, so only one of them may bound the array
        int wanted = inArray ? element : 0;
        if (inArray && element == 0 && arrayBounded) {
            return List.of();
        }
        return conditions.indexable().stream()
                .filter(condition -> condition.path().equals(path) && condition.element() == wanted)
                .toList();
    }

    private static @Nullable Condition fewestPoints(List<Condition> usable) {
        Condition fewest = null;
        for (Condition condition : usable) {
            if (condition.constraint() instanceof Constraint.Points candidate
                    && (fewest == null
                            || candidate.keys().size()
                                    < ((Constraint.Points) fewest.constraint())
                                            .keys()
                                            .size())) {
                fewest = condition;
            }
        }
        return fewest;
    }

    private Constraint.@Nullable Range range(List<Condition> usable, int field) {
        Constraint.Range all = null;
        for (Condition condition : usable) {
            if (condition.constraint() instanceof Constraint.Range range) {
                if (all != null && all.type() != range.type()) {
                    continue;
                }
                all = all == null ? range : all.and(range);
                use(condition, field);
                if (keys.multikey(field) && element == 0) {
                    break;
                }
            }
        }
        return all;
    }

    private void use(Condition condition, int field) {
        arrayBounded |= keys.multikey(field);
        excludesMissing |= !mayBeMissing(condition.constraint());
        if (condition.exact()) {
            answered.add(condition);
        }
    }

    private static boolean mayBeMissing(Constraint constraint) {
        return constraint instanceof Constraint.Points somePoints
                && somePoints.keys().stream().anyMatch(key -> key[0] == KeyType.NULL.code());
    }

    private long entries() {
        if (namesOneDocument()) return 1;
        if (intervals.size() > COUNTED && keys.direct()) {
            return intervals.size();
        }
        long counted = intervals.stream()
                .limit(COUNTED)
                .mapToLong(interval -> keys.rank(interval.high()) - keys.rank(interval.low()))
                .sum();
        return intervals.size() <= COUNTED ? counted : counted * intervals.size() / COUNTED;
    }
}
