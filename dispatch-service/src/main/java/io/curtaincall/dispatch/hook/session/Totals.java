package io.curtaincall.dispatch.hook.session;

import java.util.Collection;

/** What has been recorded, by one recorder or by all. */
record Totals(int files, long sizeBytes, double durationSeconds) {
    static final Totals NONE = new Totals(0, 0, 0);

    Totals with(RecordedFile file) {
        long size = file.sizeBytes() == null ? 0 : file.sizeBytes();
        Double duration = file.durationSeconds();
        return new Totals(files + 1, sizeBytes + size, durationSeconds + (duration == null ? 0 : duration));
    }

    /** Recorders run side by side: their files and bytes add up, their time does not. */
    static Totals ofAll(Collection<Totals> recorders) {
        return new Totals(
                recorders.stream().mapToInt(Totals::files).sum(),
                recorders.stream().mapToLong(Totals::sizeBytes).sum(),
                recorders.stream().mapToDouble(Totals::durationSeconds).max().orElse(0));
    }
}
