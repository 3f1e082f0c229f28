package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.KeyType;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query taken apart: what indexes can answer, and what only a look at the document can. */
final class Conditions {
    private static final Set<String> INDEXED = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte");
    private static final Set<KeyType> EXACT = EnumSet.of(
            KeyType.NUMBER,
            KeyType.STRING,
            KeyType.DATE,
            KeyType.OBJECT_ID,
            KeyType.BOOLEAN,
            KeyType.UUID_,
            KeyType.BINARY,
            KeyType.TIMESTAMP);

    private final List<Condition> indexable = new ArrayList<>();
    private final List<Document> others = new ArrayList<>();
    private final Map<Integer, ElementMatch> provable = new HashMap<>();
    private int elements;

    static Conditions of(Document query) {
        Conditions conditions = new Conditions();
        conditions.readAll(query, "", 0);
        return conditions;
    }

    List<Condition> indexable() {
        return indexable;
    }

    /** The $elemMatch, if the conditions answered by an index are all it asks of an element. */
    @Nullable
    ElementMatch elementMatch(int element, Set<Condition> answered) {
        boolean all = indexable.stream()
                .filter(condition -> condition.element() == element)
                .allMatch(answered::contains);
        return all ? provable.get(element) : null;
    }

    /** What is left to check when the given conditions are answered by an index. */
    Document without(Set<Condition> answered, @Nullable ElementMatch proven) {
        List<Document> rest = new ArrayList<>(others);
        if (proven != null) {
            rest.remove(proven.source());
        }
        for (Condition condition : indexable) {
            if (condition.source() != null && !answered.contains(condition)) {
                rest.add(condition.source());
            }
        }
        return switch (rest.size()) {
            case 0 -> new Document();
            case 1 -> rest.getFirst();
            default -> new Document("$and", rest);
        };
    }

    private void readAll(Document query, String prefix, int element) {
        query.forEach((name, value) -> {
            if (name.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> readAll((Document) part, prefix, element));
            } else if (name.startsWith("$")) {
                keep(new Document(name, value), element);
                if (name.equals("$or") && value instanceof Collection<?> branches && element == 0) {
                    indexable.addAll(Branches.common(branches));
                }
            } else {
                read(prefix + name, name, value, element);
            }
        });
    }

    private void read(String path, String name, @Nullable Object value, int element) {
        if (value instanceof Document operators && isOperators(operators)) {
            Document rest = new Document();
            operators.forEach((operator, operand) -> {
                if (!INDEXED.contains(operator) || !add(path, name, operator, operand, element)) {
                    rest.put(operator, operand);
                }
            });
            if (!rest.isEmpty()) {
                Document part = new Document(name, rest);
                keep(part, element);
                readElements(path, part, element);
            }
        } else if (!add(path, name, "$eq", value, element)) {
            keep(new Document(name, value), element);
        }
    }

    /** The $elemMatch itself is kept: an index that does not answer all of it only narrows it down. */
    private void readElements(String path, Document part, int outer) {
        Document operators = (Document) part.values().iterator().next();
        if (operators.get("$elemMatch") instanceof Document inner && outer == 0) {
            elements++;
            if (isOperators(inner) && !inner.containsKey("$and")) {
                read(path, path, inner, elements);
            } else {
                if (operators.size() == 1 && !path.contains(".")) {
                    provable.put(elements, new ElementMatch(elements, path, part));
                }
                readAll(inner, path + ".", elements);
            }
        }
    }

    private void keep(Document part, int element) {
        if (element == 0) {
            others.add(part);
        }
        provable.remove(element);
    }

    private boolean add(String path, String name, String operator, @Nullable Object operand, int element) {
        Constraint constraint = constraint(operator, operand);
        if (constraint == null) {
            return false;
        }
        boolean exact = operand instanceof Collection<?> values
                ? values.stream().allMatch(Conditions::isExact)
                : isExact(operand);
        Document source = element == 0 ? new Document(name, new Document(operator, operand)) : null;
        if (!exact || mayBePosition(name)) {
            provable.remove(element);
        }
        indexable.add(new Condition(path, element, constraint, exact, source));
        return true;
    }

    private static @Nullable Constraint constraint(String operator, @Nullable Object operand) {
        if (operator.equals("$in")) {
            return operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPoint)
                    ? Constraint.Points.of(values)
                    : null;
        }
        if (operator.equals("$eq")) {
            return isPoint(operand) ? Constraint.Points.of(Collections.singletonList(operand)) : null;
        }
        if (!isExact(operand)) {
            return null;
        }
        byte[] key = KeyWriter.key(operand);
        return switch (operator) {
            case "$gt" -> Constraint.Range.above(key, false);
            case "$gte" -> Constraint.Range.above(key, true);
            case "$lt" -> Constraint.Range.below(key, false);
            default -> Constraint.Range.below(key, true);
        };
    }

    /** A number may also name an element of an array within the array. */
    private static boolean mayBePosition(String name) {
        return name.chars().anyMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static boolean isExact(@Nullable Object value) {
        return EXACT.contains(KeyType.of(value)) && !(value instanceof Decimal128);
    }

    private static boolean isPoint(@Nullable Object value) {
        return isExact(value)
                || value == null
                || (value instanceof Document document
                        && !isOperators(document)
                        && !BsonRegularExpression.isRegularExpression(document));
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }
}
