package io.curtaincall.query.record;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.query.page.Cursor;
import io.curtaincall.query.page.Parameters;
import io.curtaincall.query.record.RecordsPage.Page;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/callback-records}: what was attempted, newest first. */
@RestController
class CallbackRecordsController {
    private final CallbackRecords records;
    private final RecordCount count;

    CallbackRecordsController(CallbackRecords records, RecordCount count) {
        this.records = records;
        this.count = count;
    }

    @GetMapping("/v1/callback-records")
    RecordsPage list(@Needs(Right.READ) Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
        RecordsRequest request = RecordsRequest.of(caller, new Parameters(parameters));
        // one more than the page holds, to know whether another page follows
        List<RecordRow> found = records.newest(request.filter(), request.after(), request.pageSize() + 1);
        List<RecordRow> page = found.subList(0, Math.min(found.size(), request.pageSize()));
        String next = found.size() > page.size()
                ? Cursor.after(page.getLast().key(), request.filter().fingerprint())
                : null;
        return new RecordsPage(
                page.stream().map(RecordRow::record).toList(),
                new Page(request.pageSize(), count.of(request.filter()), next));
    }
}
