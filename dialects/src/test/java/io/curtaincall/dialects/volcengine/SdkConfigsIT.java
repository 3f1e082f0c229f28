package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import com.volcengine.model.live.CallbackDetail;
import com.volcengine.model.live.request.DeleteCallbackRequest;
import com.volcengine.model.live.request.DescribeCallbackRequest;
import com.volcengine.model.live.request.UpdateCallbackRequest;
import com.volcengine.model.live.response.DescribeCallbackResponse.CallbackInfo;
import com.volcengine.model.live.v20230101.DescribeCallbackResResultCallbackListItem;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import com.volcengine.model.live.v20230101.UpdateCallbackResResponseMetadata;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.running.InMemoryConfigs;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Configs by each of the vendor's clients. */
class SdkConfigsIT extends SdkContract {
    @BeforeEach
    void open() {
        open(0);
    }

    @Test
    void what_is_kept_is_described_as_it_was_sent() throws Exception {
        UpdateCallbackBody body = update("push");
        body.setApp("my_app-1.2");
        body.setTranscodeCallback(1);
        body.setAuthEnable(true);
        body.setAuthKeyPrimary("1622194197-0-0-key");
        UpdateCallbackResResponseMetadata metadata =
                sdk.typed(live -> live.updateCallback(body)).getResponseMetadata();
        assertThat(metadata.getRequestId()).matches("20[0-9]{12}[0-9A-F]{20}");
        assertThat(metadata.getAction() + metadata.getVersion() + metadata.getService() + metadata.getRegion())
                .isEqualTo("UpdateCallback2023-01-01livecn-north-1");
        assertThat(metadata.getError()).isNull();
        DescribeCallbackResResultCallbackListItem item = described("push").getFirst();
        assertThat(item.getVhost() + " " + item.getApp() + " " + item.getMessageType())
                .isEqualTo(domain + " my_app-1.2 push");
        assertThat(item.getTranscodeCallback()).isEqualTo(1);
        assertThat(item.getAuthEnable()).isTrue();
        assertThat(item.getAuthKeyPrimary()).isEqualTo("1622194197-0-0-key");
        assertThat(item.getCallbackDetailList()).singleElement().satisfies(detail -> {
            assertThat(detail.getCallbackType()).isEqualTo("http");
            assertThat(detail.getURL()).isEqualTo(URL);
        });
        assertThat(OffsetDateTime.parse(item.getCreateTime()).toInstant())
                .isEqualTo(Instant.parse(item.getCreateTimeUTC()));
    }

    @Test
    void an_update_replaces_all_that_was_there() throws Exception {
        UpdateCallbackBody first = update("record");
        first.setAuthEnable(true);
        first.setAuthKeyPrimary("key123");
        sdk.typed(live -> live.updateCallback(first));
        UpdateCallbackBody second = update("record");
        second.setCallbackDetailList(List.of(detail("http", "http://1.1.1.1/")));
        sdk.typed(live -> live.updateCallback(second));
        assertThat(described("record")).singleElement().satisfies(item -> {
            assertThat(item.getAuthEnable()).isFalse();
            assertThat(item.getAuthKeyPrimary()).isEmpty();
            assertThat(item.getApp()).isEmpty();
            assertThat(item.getCallbackDetailList().getFirst().getURL()).isEqualTo("http://1.1.1.1/");
        });
    }

    @Test
    void each_message_type_has_a_config_of_its_own_with_its_topics() throws Exception {
        Map<String, Topic> types = Map.of(
                "push", Topic.STREAM_STARTED,
                "push_end", Topic.STREAM_ENDED,
                "snapshot", Topic.SNAPSHOT_TAKEN,
                "record", Topic.RECORDING_FILE_COMPLETED);
        for (String type : types.keySet()) sdk.typed(live -> live.updateCallback(update(type)));
        assertThat(described(null))
                .map(DescribeCallbackResResultCallbackListItem::getMessageType)
                .containsExactlyInAnyOrderElementsOf(types.keySet());
        types.forEach((type, topic) -> {
            var scope = new ConfigScope(new AccountId(account), "volcengine", domain, "*", type);
            DialectConfig config =
                    process.bean(InMemoryConfigs.class).find(scope).orElseThrow();
            assertThat(config.topics()).contains(topic);
            assertThat(config.signing()).isEqualTo("none");
        });
        sdk.typed(live -> live.deleteCallback(delete("push")));
        assertThat(described(null)).hasSize(3);
        sdk.typed(live -> live.deleteCallback(delete(null)));
        assertThat(described(null)).isEmpty();
    }

    @Test
    void a_domain_means_the_configs_of_all_its_applications_and_a_vhost_each() throws Exception {
        UpdateCallbackBody ofApp = update("push");
        ofApp.setApp("one");
        sdk.typed(live -> live.updateCallback(ofApp));
        UpdateCallbackBody ofDomain = update("push");
        ofDomain.setVhost(null);
        ofDomain.setDomain(domain.toUpperCase(Locale.ROOT));
        sdk.typed(live -> live.updateCallback(ofDomain));
        assertThat(described("push"))
                .map(DescribeCallbackResResultCallbackListItem::getApp)
                .containsExactlyInAnyOrder("one", "");
        var byDomain = delete("push");
        byDomain.setVhost(null);
        byDomain.setDomain(domain);
        sdk.typed(live -> live.deleteCallback(byDomain));
        assertThat(described("push"))
                .map(DescribeCallbackResResultCallbackListItem::getApp)
                .containsExactly("one");
        var byApp = delete(null);
        byApp.setApp("one");
        sdk.typed(live -> live.deleteCallback(byApp));
        assertThat(described("push")).isEmpty();
    }

    @Test
    void what_somebody_else_removes_meanwhile_does_not_keep_the_others() throws Exception {
        for (String app : List.of(InMemoryConfigs.FLEETING, "lasting")) {
            UpdateCallbackBody body = update("push");
            body.setApp(app);
            sdk.typed(live -> live.updateCallback(body));
        }
        sdk.typed(live -> live.deleteCallback(delete("push")));
        assertThat(described(null)).isEmpty();
    }

    @Test
    void the_older_service_class_keeps_describes_and_deletes_too() throws Exception {
        CallbackDetail detail = new CallbackDetail();
        detail.setCallbackType("http");
        detail.setURL(URL);
        UpdateCallbackRequest update = new UpdateCallbackRequest();
        update.setVhost(domain);
        update.setMessageType("snapshot");
        update.setCallbackDetailList(new CallbackDetail[] {detail});
        assertThat(sdk.legacy(live -> live.updateCallback(update))
                        .getResponseMetadata()
                        .getError())
                .isNull();
        DescribeCallbackRequest describe = new DescribeCallbackRequest();
        describe.setVhost(domain);
        CallbackInfo[] found =
                sdk.legacy(live -> live.describeCallback(describe)).getResult().getCallbackList();
        assertThat(found).singleElement().satisfies(item -> {
            assertThat(item.getMessageType()).isEqualTo("snapshot");
            assertThat(item.getCallbackDetailList()[0].getURL()).isEqualTo(URL);
        });
        DeleteCallbackRequest delete = new DeleteCallbackRequest();
        delete.setVhost(domain);
        sdk.legacy(live -> live.deleteCallback(delete));
        assertThat(described(null)).isEmpty();
    }

    @Test
    void the_core_sdk_calls_every_operation_by_name() throws Exception {
        sdk.universal(
                "UpdateCallback",
                Map.of(
                        "Vhost",
                        domain,
                        "MessageType",
                        "push_end",
                        "CallbackDetailList",
                        List.of(Map.of("CallbackType", "http", "URL", URL))));
        assertThat(sdk.universal("DescribeCallback", Map.of("Domain", domain)).toString())
                .contains("MessageType=push_end", URL);
        sdk.universal("DeleteCallback", Map.of("Domain", domain));
        assertThat(sdk.universal("DescribeCallback", Map.of("Domain", domain)).toString())
                .contains("CallbackList=[]");
    }
}
