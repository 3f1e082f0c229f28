package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.body;
import static io.curtaincall.dialects.huawei.HuaweiSdk.creating;
import static io.curtaincall.dialects.huawei.HuaweiSdk.deleting;
import static io.curtaincall.dialects.huawei.HuaweiSdk.listing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.refusal;
import static io.curtaincall.dialects.huawei.HuaweiSdk.showing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.updating;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.live.v1.LiveAsyncClient;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfig;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.NotifyEventSubscriptionEnum;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.SignTypeEnum;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigResponse;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.InMemoryConfigs;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All five operations through the vendor's SDK, as it is. */
class SdkIT {
    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final LiveClient client = sdk.client();

    @Test
    void a_callback_is_created_shown_listed_updated_and_deleted() {
        CreateRecordCallbackConfigResponse created = client.createRecordCallbackConfig(creating(body(
                        "walk.example.com", "live")
                .withNotifyEventSubscription(List.of(
                        NotifyEventSubscriptionEnum.RECORD_OVER, NotifyEventSubscriptionEnum.RECORD_NEW_FILE_START))
                .withSignType(SignTypeEnum.MD5)
                .withKey("0123456789abcdefghijABCDEFGHIJ32")));
        assertThat(created.getHttpStatusCode()).isEqualTo(201);
        assertThat(created.getNotifyEventSubscription())
                .map(Object::toString)
                .containsExactly("RECORD_OVER", "RECORD_NEW_FILE_START");
        assertThat(created.getCreateTime()).isEqualTo(LocalDate.now(ZoneOffset.UTC));

        ShowRecordCallbackConfigResponse shown = client.showRecordCallbackConfig(showing(created.getId()));
        assertThat(shown.getHttpStatusCode()).isEqualTo(200);
        assertThat(shown.getPublishDomain()).isEqualTo("walk.example.com");
        assertThat(shown.getApp()).isEqualTo("live");
        assertThat(shown.getNotifyCallbackUrl()).isEqualTo(HuaweiSdk.URL);
        assertThat(shown.getSignType().getValue()).isEqualTo("MD5");

        UpdateRecordCallbackConfigResponse updated = client.updateRecordCallbackConfig(
                updating(created.getId(), body("walk.example.com", "live").withNotifyCallbackUrl("https://8.8.4.4/b")));
        assertThat(updated.getHttpStatusCode()).isEqualTo(200);
        assertThat(updated.getId()).isEqualTo(created.getId());
        assertThat(updated.getNotifyCallbackUrl()).isEqualTo("https://8.8.4.4/b");
        assertThat(updated.getSignType().getValue()).isEqualTo("MD5");
        assertThat(updated.getNotifyEventSubscription()).hasSize(2);
        assertThat(kept("walk.example.com", "live").key()).isEqualTo("0123456789abcdefghijABCDEFGHIJ32");

        assertThat(client.listRecordCallbackConfigs(listing()).getTotal()).isOne();
        assertThat(client.deleteRecordCallbackConfig(deleting(created.getId())).getHttpStatusCode())
                .isEqualTo(204);
        assertThat(refusal(
                                ClientRequestException.class,
                                () -> client.deleteRecordCallbackConfig(deleting(created.getId())))
                        .getErrorCode())
                .isEqualTo("LIVE.103011019");
    }

    @Test
    void what_is_not_sent_has_the_documented_defaults() {
        CreateRecordCallbackConfigResponse created = sdk.add("defaults.example.com", "live");
        assertThat(created.getNotifyEventSubscription()).map(Object::toString).containsExactly("RECORD_FILE_COMPLETE");
        assertThat(created.getSignType().getValue()).isEqualTo("HMACSHA256");
        DialectConfig kept = kept("defaults.example.com", "live");
        assertThat(kept.topics()).containsExactly(Topic.RECORDING_FILE_COMPLETED);
        assertThat(kept.signing()).isEqualTo("none");
        assertThat(kept.wording()).containsEntry("project_id", sdk.project());
    }

    @Test
    void without_an_address_nobody_is_called_until_there_is_one() {
        RecordCallbackConfigRequest body = new RecordCallbackConfigRequest()
                .withPublishDomain("nowhere.example.com")
                .withApp("*");
        String id = client.createRecordCallbackConfig(creating(body)).getId();
        assertThat(client.showRecordCallbackConfig(showing(id)).getNotifyCallbackUrl())
                .isNull();
        assertThat(kept("nowhere.example.com", "*").url()).isEmpty();
        client.updateRecordCallbackConfig(updating(id, body("nowhere.example.com", "*")));
        assertThat(kept("nowhere.example.com", "*").topics()).containsExactly(Topic.RECORDING_FILE_COMPLETED);
    }

    @Test
    void what_is_told_follows_the_topics_that_other_means_gave() {
        String id = client.createRecordCallbackConfig(creating(body("topics.example.com", "*")
                        .withNotifyEventSubscription(List.of(NotifyEventSubscriptionEnum.fromValue("RECORD_START")))))
                .getId();
        DialectConfig known = kept("topics.example.com", "*");
        Set<Topic> topics = Set.of(Topic.RECORDING_STARTED, Topic.RECORDING_OVER);
        DialectProcess.shared()
                .bean(InMemoryConfigs.class)
                .change(
                        known.scope(),
                        now -> new DialectConfig(
                                now.scope(), now.url(), topics, now.signing(), now.key(), null, now.wording()));
        assertThat(client.showRecordCallbackConfig(showing(id)).getNotifyEventSubscription())
                .map(Object::toString)
                .containsExactly("RECORD_START", "RECORD_OVER");
        client.updateRecordCallbackConfig(updating(
                id,
                new RecordCallbackConfigRequest()
                        .withPublishDomain("topics.example.com")
                        .withApp("*")
                        .withSignType(SignTypeEnum.MD5)));
        assertThat(kept("topics.example.com", "*").topics()).isEqualTo(topics);
        assertThat(kept("topics.example.com", "*").wording())
                .containsEntry("notify_event_subscription", "RECORD_START");
    }

    @Test
    void two_asterisks_are_one_kept_as_they_were_sent() {
        CreateRecordCallbackConfigResponse created = sdk.add("any.example.com", "**");
        assertThat(created.getApp()).isEqualTo("**");
        assertThat(kept("any.example.com", "*").scope().app()).isEqualTo("*");
        assertThat(refusal(ClientRequestException.class, () -> sdk.add("any.example.com", "*"))
                        .getErrorCode())
                .isEqualTo("LIVE.103011018");
        assertThat(list("any.example.com", "*"))
                .singleElement()
                .satisfies(found -> assertThat(found.getApp()).isEqualTo("**"));
        client.updateRecordCallbackConfig(updating(created.getId(), body("any.example.com", "*")));
        assertThat(client.showRecordCallbackConfig(showing(created.getId())).getApp())
                .isEqualTo("*");
    }

    @Test
    void a_list_is_filtered_and_paged_and_its_total_counts_all_pages() {
        for (String app : List.of("*", "a", "b", "c")) sdk.add("one.example.com", app);
        sdk.add("two.example.com", "a");
        ListRecordCallbackConfigsResponse all = client.listRecordCallbackConfigs(listing());
        assertThat(all.getTotal()).isEqualTo(5);
        assertThat(all.getCallbackConfig()).hasSize(5);
        assertThat(list("ONE.example.com", null)).hasSize(4);
        assertThat(list("one.example.com", "*")).hasSize(1);
        assertThat(list(null, "a")).hasSize(2);
        ListRecordCallbackConfigsResponse page = client.listRecordCallbackConfigs(
                listing().withPublishDomain("one.example.com").withOffset(1).withLimit(2));
        assertThat(page.getTotal()).isEqualTo(4);
        assertThat(page.getCallbackConfig())
                .extracting(RecordCallbackConfig::getApp)
                .containsExactly("a", "b");
        ListRecordCallbackConfigsResponse beyond =
                client.listRecordCallbackConfigs(listing().withOffset(4096).withLimit(100));
        assertThat(beyond.getTotal()).isEqualTo(5);
        assertThat(beyond.getCallbackConfig()).isEmpty();
    }

    @Test
    void a_list_without_limits_has_ten() {
        for (int i = 0; i < 12; i++) sdk.add("many.example.com", "app" + i);
        ListRecordCallbackConfigsResponse first = client.listRecordCallbackConfigs(listing());
        assertThat(first.getTotal()).isEqualTo(12);
        assertThat(first.getCallbackConfig()).hasSize(10);
    }

    @Test
    void odd_names_travel() {
        String app = "直播 a+b&c=d~e/*%41";
        String id = sdk.add("odd.example.com", app).getId();
        assertThat(client.showRecordCallbackConfig(showing(id)).getApp()).isEqualTo(app);
        assertThat(list("odd.example.com", app)).hasSize(1);
        assertThat(refusal(ClientRequestException.class, () -> client.showRecordCallbackConfig(showing("a b/c*d~e+f")))
                        .getErrorCode())
                .isEqualTo("LIVE.103011019");
    }

    @Test
    void the_asynchronous_client_is_served_too() throws Exception {
        LiveAsyncClient async = sdk.asyncClient();
        String id = async.createRecordCallbackConfigAsync(creating(body("async.example.com", "*")))
                .get(20, TimeUnit.SECONDS)
                .getId();
        assertThat(async.showRecordCallbackConfigAsync(showing(id))
                        .get(20, TimeUnit.SECONDS)
                        .getId())
                .isEqualTo(id);
        assertThat(async.updateRecordCallbackConfigAsync(updating(id, body("async.example.com", "*")))
                        .get(20, TimeUnit.SECONDS)
                        .getId())
                .isEqualTo(id);
        assertThat(async.listRecordCallbackConfigsAsync(listing())
                        .get(20, TimeUnit.SECONDS)
                        .getTotal())
                .isOne();
        assertThat(async.deleteRecordCallbackConfigAsync(deleting(id))
                        .get(20, TimeUnit.SECONDS)
                        .getHttpStatusCode())
                .isEqualTo(204);
        assertThat(async.showRecordCallbackConfigAsync(showing(id)))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ClientRequestException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("LIVE.103011019"));
    }

    @Test
    void nobody_sees_or_changes_what_is_another_accounts() {
        String id = sdk.add("mine.example.com", "*").getId();
        LiveClient stranger = HuaweiSdk.fresh().client();
        assertThat(stranger.listRecordCallbackConfigs(listing()).getTotal()).isZero();
        assertThat(refusal(ClientRequestException.class, () -> stranger.showRecordCallbackConfig(showing(id)))
                        .getHttpStatusCode())
                .isEqualTo(404);
        assertThat(refusal(ClientRequestException.class, () -> stranger.deleteRecordCallbackConfig(deleting(id)))
                        .getHttpStatusCode())
                .isEqualTo(404);
        ClientRequestException taken = refusal(
                ClientRequestException.class,
                () -> stranger.createRecordCallbackConfig(creating(body("mine.example.com", "other"))));
        assertThat(taken.getHttpStatusCode()).isEqualTo(403);
    }

    private List<RecordCallbackConfig> list(@Nullable String domain, @Nullable String app) {
        return client.listRecordCallbackConfigs(
                        listing().withPublishDomain(domain).withApp(app))
                .getCallbackConfig();
    }

    private DialectConfig kept(String domain, String app) {
        return DialectProcess.shared()
                .bean(InMemoryConfigs.class)
                .find(new ConfigScope(new AccountId(sdk.account()), "huawei", domain, app))
                .orElseThrow();
    }
}
