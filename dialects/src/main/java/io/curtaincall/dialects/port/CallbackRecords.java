package io.curtaincall.dialects.port;

/** The callback records, asked for by page number as the vendors do. */
public interface CallbackRecords {
    /** @throws io.curtaincall.access.problem.RefusedException {@code Unavailable} */
    RecordsAnswer find(RecordsQuestion question);
}
