package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.alibaba.Answer.Items;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Words a page of callback records. */
final class RecordRows {
    static final String SUCCESS = "success";
    static final String FAILED = "failed";
    private static final JsonMapper JSON = new JsonMapper();

    private RecordRows() {}

    static Answer page(RecordsAnswer found, int size, int page) {
        return new Answer()
                .with(
                        "CallbackList",
                        new Items(
                                "Callback",
                                found.attempts().stream().map(RecordRows::row).toList()))
                .with("Code", 0)
                .with("Msg", "ok")
                .with("PageNum", page)
                .with("PageSize", size)
                .with("TotalNum", found.total())
                .with("TotalPage", Math.ceilDiv(found.total(), size));
    }

    private static Answer row(Attempt attempt) {
        return new Answer()
                .with("AppName", attempt.app())
                .with("Description", attempt.delivered() ? SUCCESS : attempt.description())
                .with("DomainName", attempt.domain())
                .with("NotifyContent", attempt.requestBody())
                .with("NotifyResult", attempt.delivered() ? SUCCESS : FAILED)
                .with("NotifyTime", Timestamps.format(attempt.at()))
                .with("NotifyType", AlibabaCallbackTopics.notifyType(attempt.topic(), attempt.requestBody()))
                .with("NotifyUrl", Objects.requireNonNullElse(attempt.url(), ""))
                .with("NotifyHeader", headers(attempt.requestHeaders()))
                .with("StreamName", attempt.stream())
                .with("NotifyResponse", Objects.requireNonNullElse(attempt.responseBody(), ""));
    }

    /** A text that holds JSON: each name with a list of its values. */
    private static String headers(Map<String, String> headers) {
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return JSON.writeValueAsString(lists);
    }
}
