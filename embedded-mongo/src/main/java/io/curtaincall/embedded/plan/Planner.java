package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the cheapest way to answer a query; the key spaces know how many entries any of their ranges has. */
public final class Planner {
    private final Collection<? extends KeySpace> spaces;

    public Planner(Collection<? extends KeySpace> spaces) {
        this.spaces = spaces;
    }

    /** @param wanted how many documents are asked for, 0 for all */
    public Plan plan(Document query, Document sort, long wanted) {
        Conditions conditions = Conditions.of(query);
        Optional<Plan> oneDocument = oneDocument(conditions, sort);
        if (oneDocument.isPresent()) return oneDocument.get();
        return spaces.stream()
                .flatMap(space -> plans(space, conditions, sort))
                .min(Comparator.comparingDouble(plan -> plan.cost(wanted)))
                .orElseThrow();
    }

    /** Nothing is cheaper than a document's own key, so nothing else is looked at. */
    private Optional<Plan> oneDocument(Conditions conditions, Document sort) {
        return spaces.stream()
                .filter(KeySpace::direct)
                .map(space -> new Candidate(space, conditions, 0))
                .filter(Candidate::namesOneDocument)
                .findFirst()
                .map(candidate -> candidate.plan(sort));
    }

    private static Stream<Plan> plans(KeySpace space, Conditions conditions, Document sort) {
        Set<Integer> elements = new LinkedHashSet<>(List.of(0));
        if (space.multikey()) {
            conditions.indexable().forEach(condition -> elements.add(condition.element()));
        }
        return elements.stream()
                .map(element -> new Candidate(space, conditions, element))
                .filter(Candidate::seesAllMatches)
                .map(candidate -> candidate.plan(sort));
    }
}
