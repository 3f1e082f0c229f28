package io.curtaincall.bench.deliver;

import java.util.Locale;

/** What a run has shown. */
record DeliverFigures(DeliverPlan plan, Window window, Journeys journeys, long refused, long residentMiB) {
    boolean nothingLost() {
        return journeys.lost() == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                load               %s
                accepted           %.0f/s (%d refused or cut)
                delivered          %.0f/s
                report to accept   %s
                accept to receive  %s
                report to receive  %s
                not received       %d of %d accepted, after a minute without another
                duplicated         %d
                memory             %d MiB resident at most (all services with their store)
                """,
                plan,
                window.perSecond(journeys.acceptedWithin(window)),
                refused,
                window.perSecond(journeys.receivedWithin(window)),
                journeys.reportToAccept(window),
                journeys.acceptToReceive(window),
                journeys.reportToReceive(window),
                journeys.lost(),
                journeys.acceptedCount(),
                journeys.duplicated(),
                residentMiB);
    }
}
