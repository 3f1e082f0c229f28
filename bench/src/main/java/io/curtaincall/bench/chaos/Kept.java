package io.curtaincall.bench.chaos;

import io.curtaincall.bench.kill.Receipts;
import io.curtaincall.bench.kill.StubbornReporter;
import java.util.Locale;

/**
 * What is left of the promises when all is quiet again.
 *
 * @param failures requests that were answered so that another had to follow
 */
record Kept(StubbornReporter reporter, Receipts receipts, long failures, AttemptsOnRecord records) {
    /** Callbacks promised by a 202 that never came. */
    long lost() {
        return reporter.promisedCallbacks().stream()
                .filter(callback -> receipts.of(callback) == 0)
                .count();
    }

    boolean everyPromise() {
        return !reporter.promisedCallbacks().isEmpty()
                && lost() == 0
                && reporter.unplanned() == 0
                && records.unrecorded(receipts) == 0
                && records.numbersTwice() == 0
                && records.undelivered(reporter.promisedCallbacks()) == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                accepted              %d callbacks promised (%d reports made again, %d of them already stored)
                accepted for nobody   %d
                lost                  %d
                without a success     %d
                requests received     %d
                duplicates            %d (%d more were asked for by failing)
                records               %d, of them %d interrupted
                requests unrecorded   %d
                attempts twice        %d
                """,
                reporter.promisedCallbacks().size(),
                reporter.reportedAgain(),
                reporter.acceptedBefore(),
                reporter.unplanned(),
                lost(),
                records.undelivered(reporter.promisedCallbacks()),
                receipts.total(),
                receipts.duplicates() - failures,
                failures,
                records.total(),
                records.interrupted(),
                records.unrecorded(receipts),
                records.numbersTwice());
    }
}
