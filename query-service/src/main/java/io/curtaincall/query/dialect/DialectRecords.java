package io.curtaincall.query.dialect;

import com.mongodb.MongoException;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.query.record.NumberedPage;
import io.curtaincall.query.record.NumberedPages;
import io.curtaincall.query.record.RecordStatus;
import io.curtaincall.query.record.RecordsFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers dialects from the same records as {@code /v1/callback-records}, and from the events behind them. */
@Component
class DialectRecords implements CallbackRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DialectRecords.class);

    private final NumberedPages pages;
    private final PageEvents events;

    DialectRecords(NumberedPages pages, PageEvents events) {
        this.pages = pages;
        this.events = events;
    }

    @Override
    public RecordsAnswer find(RecordsQuestion question) {
        try {
            NumberedPage<Attempt> page =
                    pages.find(filter(question), question.page(), question.pageSize(), events::attempts);
            return new RecordsAnswer(page.rows(), page.total());
        } catch (MongoException e) {
            LOG.warn("the store failed a query", e);
            throw new Unavailable("the store does not answer, try again").refused();
        }
    }

    private static RecordsFilter filter(RecordsQuestion question) {
        return new RecordsFilter(
                question.account(),
                question.domains(),
                question.app(),
                question.stream(),
                question.configId(),
                question.topics(),
                statuses(question.delivered()),
                question.from(),
                question.to());
    }

    private static Set<RecordStatus> statuses(@Nullable Boolean delivered) {
        if (delivered == null) return Set.of();
        return delivered ? Set.of(RecordStatus.SUCCESS) : Set.of(RecordStatus.FAILED, RecordStatus.INTERRUPTED);
    }
}
