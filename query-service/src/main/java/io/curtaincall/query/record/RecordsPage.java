package io.curtaincall.query.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of records, newest first. */
public record RecordsPage(List<CallbackRecord> records, Page page) {
    /**
     * @param size how many records a full page has
     * @param total how many records match, on all pages
     * @param next the cursor of the next page, null at the end
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page(int size, long total, @Nullable String next) {}
}
