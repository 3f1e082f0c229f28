package io.curtaincall.query.ondemand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of decisions, newest first. */
record DecisionsPage(List<DecisionRecord> decisions, Page page) {
    /**
     * @param size how many decisions a full page has
     * @param next the cursor of the next page, null at the end
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(int size, @Nullable String next) {}
}
