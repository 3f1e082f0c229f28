package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataResResult;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataResResultCallbackInfoListItem;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.dialects.running.InMemoryRecords;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records by the vendor's clients. */
class SdkRecordsIT extends SdkContract {
    @Test
    void every_field_of_a_record_is_a_text() throws Exception {
        open(2);
        DescribeLiveCallbackDataBody body = lastHour();
        body.setDomainList(List.of(domain));
        List<DescribeLiveCallbackDataResResultCallbackInfoListItem> rows =
                records(body).getCallbackInfoList();
        assertThat(fields(rows.getFirst()))
                .containsExactly(
                        domain,
                        "live",
                        "stream0",
                        "2026-01-02T11:04:05+08:00",
                        "record_event",
                        "post",
                        "https://receiver.example.com/cb",
                        "success",
                        InMemoryRecords.BODY,
                        "200",
                        "Content-Type: application/json",
                        "{\"Code\":0}",
                        "2026-01-02T11:04:05+08:00",
                        "",
                        "");
        assertThat(fields(rows.getLast()).subList(7, 15))
                .containsExactly(
                        "fail", InMemoryRecords.BODY, "", "", "", "", "InternalServiceError", "connection refused");
    }

    @Test
    void the_request_is_told_back_as_it_was_sent_and_nothing_else() throws Exception {
        open(0);
        DescribeLiveCallbackDataBody body = new DescribeLiveCallbackDataBody();
        Instant now = Instant.now();
        body.setStartTime(Timestamps.format(now.minusSeconds(60), ZoneOffset.ofHours(-3)));
        body.setEndTime(now.toString());
        DescribeLiveCallbackDataResResult bare = records(body);
        assertThat(bare.getStartTime()).isEqualTo(body.getStartTime());
        assertThat(bare.getEndTime()).isEqualTo(body.getEndTime());
        assertThat(bare.getDomainList()).isNull();
        assertThat(bare.getApp()).isNull();
        assertThat(bare.getCallbackStatus()).isNull();
        assertThat(bare.getCallbackInfoList()).isEmpty();
        body.setDomainList(List.of("Push.Example.com", domain));
        body.setApp("直播 a/b");
        body.setStream("😀");
        body.setCallbackEventType(List.of("push_end"));
        body.setCallbackStatus(List.of("success", "fail"));
        DescribeLiveCallbackDataResResult full = records(body);
        assertThat(full.getDomainList()).isEqualTo(body.getDomainList());
        assertThat(full.getApp() + full.getStream()).isEqualTo("直播 a/b😀");
        assertThat(full.getCallbackEventType()).containsExactly("push_end");
        assertThat(full.getCallbackStatus()).containsExactly("success", "fail");
    }

    @Test
    void what_is_asked_is_found_and_pages_are_exact() throws Exception {
        open(250);
        DescribeLiveCallbackDataBody body = lastHour();
        assertPage(body, 100, "1 100 250");
        assertThat(asked().domains()).isEmpty();
        assertThat(asked().topics()).hasSize(9).doesNotContain(Topic.MPU_STATE_CHANGED);
        assertThat(asked().delivered()).isNull();
        body.setPageNum(3);
        assertPage(body, 50, "3 100 250");
        body.setPageSize(1000);
        assertPage(body, 0, "3 1000 250");
        body.setPageNum(1);
        body.setCallbackStatus(List.of("fail"));
        body.setCallbackEventType(List.of("push_start", "snapshot_event"));
        body.setDomainList(List.of(domain, domain, "other.example.com"));
        assertPage(body, 250, "1 1000 250");
        assertThat(asked().delivered()).isFalse();
        assertThat(asked().topics()).containsExactlyInAnyOrder(Topic.STREAM_STARTED, Topic.SNAPSHOT_TAKEN);
        assertThat(asked().domains()).isEqualTo(Set.of(domain, "other.example.com"));
    }

    @Test
    void the_core_sdk_reads_the_same() throws Exception {
        open(3);
        Map<String, Object> answer = sdk.universal(
                "DescribeLiveCallbackData",
                Map.of(
                        "StartTime",
                        lastHour().getStartTime(),
                        "EndTime",
                        lastHour().getEndTime(),
                        "PageSize",
                        2));
        assertThat(answer.toString()).contains("TotalCount=3", "CallbackResponseCode=200");
    }

    private void assertPage(DescribeLiveCallbackDataBody body, int rows, String pagination) throws Exception {
        DescribeLiveCallbackDataResResult page = records(body);
        assertThat(page.getCallbackInfoList()).hasSize(rows);
        assertThat(page.getPagination().getPageNum() + " "
                        + page.getPagination().getPageSize() + " "
                        + page.getPagination().getTotalCount())
                .isEqualTo(pagination);
    }

    private RecordsQuestion asked() {
        return process.bean(InMemoryRecords.class).lastOf(account);
    }

    private static List<String> fields(DescribeLiveCallbackDataResResultCallbackInfoListItem row) {
        return List.of(
                row.getDomain(),
                row.getApp(),
                row.getStream(),
                row.getCallbackTime(),
                row.getCallbackEventType(),
                row.getCallbackMethod(),
                row.getCallbackAddress(),
                row.getCallbackStatus(),
                row.getCallbackBody(),
                row.getCallbackResponseCode(),
                row.getCallbackResponseHeader(),
                row.getCallbackResponseBody(),
                row.getCallbackResponseTime(),
                row.getCallbackErrorCode(),
                row.getCallbackErrorMessage());
    }
}
