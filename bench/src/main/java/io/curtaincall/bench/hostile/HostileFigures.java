package io.curtaincall.bench.hostile;

import io.curtaincall.bench.deliver.Journeys;
import io.curtaincall.bench.deliver.Latencies;
import io.curtaincall.bench.deliver.Window;
import java.util.List;
import java.util.Locale;

/**
 * What the good receivers had to bear, and what the hostile ones got.
 *
 * @param refused events that were not accepted in A and B, where the load is one that can be borne
 */
record HostileFigures(
        HostilePlan plan,
        List<Window> good,
        List<Window> hostile,
        Journeys journeys,
        Customers customers,
        long refused,
        long residentMiB,
        SlowPart slow) {
    boolean nothingLost() {
        return journeys.lost() == 0;
    }

    /** Whether the others were as good as undisturbed, nothing was refused and all fitted into 1 GiB. */
    boolean isAsAimed() {
        return ratio(0.99) <= 1.5 && refused == 0 && Math.max(residentMiB, slow.residentMiB()) <= 1_024;
    }

    /** Of those receivers only that are never hostile, so that the same are compared. */
    private Latencies othersWithin(List<Window> windows) {
        return journeys.reportToReceive(windows, number -> !plan.isHostile(plan.endpointOf(number)));
    }

    double ratio(double quantile) {
        return othersWithin(hostile).millisAt(quantile) / othersWithin(good).millisAt(quantile);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                load                %d events/s over %d receivers, %d of them hostile in B
                A, all good         %s
                B, some hostile     %s
                %sratio of the others p50 %.2f, p99 %.2f (aim 1.5)
                %snot received        %d of %d accepted (%d refused or cut in A and B)
                memory in A and B   %d MiB resident at most
                slow receivers      %d callbacks at once: %d in flight, %d in hand, %d MiB resident at most
                """,
                plan.rate(),
                plan.endpoints(),
                plan.hostile(),
                othersWithin(good),
                othersWithin(hostile),
                parts(),
                ratio(0.5),
                ratio(0.99),
                sufferings(),
                journeys.lost(),
                journeys.acceptedCount(),
                refused,
                residentMiB,
                slow.reported(),
                slow.mostInFlight(),
                slow.mostInHand(),
                slow.residentMiB());
    }

    private String parts() {
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < good.size(); round++) {
            lines.append(part("A", round, good)).append(part("B", round, hostile));
        }
        return lines.toString();
    }

    private String part(String name, int round, List<Window> windows) {
        return String.format(Locale.ROOT, "  %s%-16d %s%n", name, round + 1, othersWithin(List.of(windows.get(round))));
    }

    private String sufferings() {
        StringBuilder lines = new StringBuilder();
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            lines.append(String.format(
                    Locale.ROOT, "those who %-22s got %d requests%n", misbehaviour, customers.suffered(misbehaviour)));
        }
        return lines.toString();
    }
}
