package io.curtaincall.embedded.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the values of an index's fields in a document: one row per element where a path runs through an array, always
 * taking the values of one row from the same element.
 */
public final class KeyExtractor {
    private final List<String[]> paths;

    public KeyExtractor(List<String> paths) {
        this.paths = paths.stream().map(path -> path.split("\\.", -1)).toList();
    }

    public KeyRows extract(Document document) {
        Rows rows = new Rows();
        Object[] nodes = new Object[paths.size()];
        Arrays.fill(nodes, document);
        rows.expand(nodes, new int[paths.size()]);
        return new KeyRows(rows.found, rows.multikey, rows.present);
    }

    private final class Rows {
        private final List<Object[]> found = new ArrayList<>(1);
        private long multikey;
        private boolean present;

        /** {@code depths[i]} is how much of path i is walked; past its length the value is final. */
        void expand(Object[] nodes, int[] depths) {
            List<?> array = null;
            int first = -1;
            for (int i = 0; i < nodes.length; i++) {
                walk(i, nodes, depths);
                if (depths[i] <= paths.get(i).length && nodes[i] instanceof List<?> list) {
                    if (array != null && array != list) {
                        throw new CannotIndexParallelArraysError(List.of(name(first), name(i)));
                    }
                    array = list;
                    first = i;
                }
            }
            if (array == null) {
                add(nodes);
            } else {
                expandElements(array, nodes, depths);
            }
        }

        private void expandElements(List<?> array, Object[] nodes, int[] depths) {
            for (Object element : array.isEmpty() ? List.of(Missing.getInstance()) : array) {
                Object[] next = nodes.clone();
                int[] nextDepths = depths.clone();
                for (int i = 0; i < nodes.length; i++) {
                    if (nodes[i] == array && depths[i] <= paths.get(i).length) {
                        multikey |= 1L << i;
                        boolean whole = depths[i] == paths.get(i).length;
                        next[i] = whole && array.isEmpty() ? array : Missing.ofNullable(element);
                        nextDepths[i] = whole ? depths[i] + 1 : depths[i];
                        if (!whole && element instanceof List) {
                            next[i] = Missing.getInstance();
                        }
                    }
                }
                expand(next, nextDepths);
            }
        }

        private void walk(int field, Object[] nodes, int[] depths) {
            String[] path = paths.get(field);
            while (depths[field] < path.length) {
                String step = path[depths[field]];
                if (nodes[field] instanceof Document document) {
                    nodes[field] = document.containsKey(step) ? document.get(step) : Missing.getInstance();
                } else if (nodes[field] instanceof List<?> list && isPosition(step)) {
                    int position = Integer.parseInt(step);
                    nodes[field] = position < list.size() ? list.get(position) : Missing.getInstance();
                } else if (nodes[field] instanceof List) {
                    return;
                } else {
                    nodes[field] = Missing.getInstance();
                }
                depths[field]++;
            }
        }

        private void add(Object[] row) {
            for (Object value : row) {
                present |= !(value instanceof Missing);
            }
            found.add(row);
        }

        private String name(int field) {
            String[] path = paths.get(field);
            return path[path.length - 1];
        }
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
