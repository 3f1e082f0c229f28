package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all branches of an $or say about the same field: paging by "earlier, or as early and smaller" stays a walk. */
final class Branches {
    private Branches() {}

    static List<Condition> common(Collection<?> branches) {
        Iterator<?> each = branches.iterator();
        Map<String, Constraint> common = each.hasNext() ? byPath(each.next()) : Map.of();
        while (each.hasNext()) {
            common = both(common, byPath(each.next()));
        }
        List<Condition> conditions = new ArrayList<>();
        common.forEach((path, constraint) -> conditions.add(new Condition(path, 0, constraint, false, null)));
        return conditions;
    }

    private static Map<String, Constraint> both(Map<String, Constraint> ones, Map<String, Constraint> others) {
        Map<String, Constraint> both = new LinkedHashMap<>();
        ones.forEach((path, one) -> {
            Constraint other = others.get(path);
            Constraint either = other == null ? null : Constraint.either(one, other);
            if (either != null) {
                both.put(path, either);
            }
        });
        return both;
    }

    private static Map<String, Constraint> byPath(Object branch) {
        Map<String, Constraint> constraints = new LinkedHashMap<>();
        if (branch instanceof Document query) {
            for (Condition condition : Conditions.of(query).indexable()) {
                if (condition.element() == 0) {
                    constraints.putIfAbsent(condition.path(), condition.constraint());
                }
            }
        }
        return constraints;
    }
}
