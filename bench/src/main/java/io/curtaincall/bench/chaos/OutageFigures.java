package io.curtaincall.bench.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was answered while the store was away, and what came of it. */
record OutageFigures(List<Outage> outages, Kept kept) {
    /**
     * One time without the store.
     *
     * @param how in which way it was away
     * @param answers statuses of reports meanwhile, by how often; none where there was no answer in time
     * @param acceptedAgainMillis from its return to the first report accepted
     * @param deliveredAgainMillis from its return to the next callback received
     */
    record Outage(String how, Map<String, Long> answers, long acceptedAgainMillis, long deliveredAgainMillis) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-21s answers %s; accepted again after %d ms, delivered again after %d ms%n",
                    how,
                    answers,
                    acceptedAgainMillis,
                    deliveredAgainMillis);
        }
    }

    /** Whether nothing was accepted while nothing could be stored, and all that was accepted came. */
    boolean everyPromise() {
        return kept.everyPromise()
                && outages.stream().noneMatch(outage -> outage.answers().containsKey("202"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        outages.forEach(text::append);
        return text.append(kept).toString();
    }
}
