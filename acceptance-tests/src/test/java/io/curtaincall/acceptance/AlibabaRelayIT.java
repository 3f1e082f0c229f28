package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.live.model.v20161101.CreateRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DeleteRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DescribeRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.ListRtcMPUEventSubRecordRequest;
import com.aliyuncs.live.model.v20161101.UpdateRtcMPUEventSubRequest;
import io.curtaincall.acceptance.alibaba.RelayChanged;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relays of an application's mixed streams, subscribed to and listed by the vendor's SDK. */
@InBothShapes
class AlibabaRelayIT {
    private static final String RELAY = "/relay";

    private final AlibabaScene scene;
    private final String appId;

    AlibabaRelayIT(Shape shape) {
        scene = new AlibabaScene(shape);
        appId = scene.domain().replace('.', '-');
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    private ReportedEvent relay() {
        return LiveEvents.relay(appId, "ch1", "mix");
    }

    private String subscribe() throws ClientException {
        var create = new CreateRtcMPUEventSubRequest();
        create.setAppId(appId);
        create.setChannelIds("ch1,ch2");
        create.setCallbackUrl(scene.receiver().url(RELAY));
        return scene.sdk().send(create).getSubId();
    }

    @Test
    void a_relay_is_told_to_its_subscriber_and_listed_under_the_same_message() throws Exception {
        String subId = subscribe();
        scene.reportUntilPlanned(this::relay);

        RelayChanged told = scene.awaitCallbacks(RELAY, 1).getFirst().relay();
        assertThat(told.appId()).isEqualTo(appId);
        assertThat(told.subId()).isEqualTo(subId).startsWith("Sub-");
        assertThat(told.taskId()).isEqualTo("mix");
        assertThat(told.payload().dstUrl()).isEqualTo("rtmp://relay.example.com/app/stream?auth");

        var list = listing(subId);
        var listed = await().atMost(Scene.SOON)
                .until(() -> scene.sdk().send(list), found -> !found.getLogs().isEmpty());
        assertThat(listed.getCount()).isEqualTo(1L);
        assertThat(listed.getHasMore()).isFalse();
        ReceivedRequest request = scene.receiver().requestsTo(RELAY).getFirst();
        assertThat(listed.getLogs()).singleElement().satisfies(log -> {
            assertThat(log.getMsgId()).isEqualTo(told.msgId());
            assertThat(log.getSubId()).isEqualTo(subId);
            assertThat(log.getAppId()).isEqualTo(appId);
            assertThat(log.getData()).isEqualTo(request.text());
            assertThat(log.getCallbackUrl()).isEqualTo(scene.receiver().url(RELAY));
            assertThat(log.getHTTPCode()).isEqualTo("200");
            assertThat(log.getCost()).isNotNegative();
        });
    }

    private ListRtcMPUEventSubRecordRequest listing(String subId) {
        var list = new ListRtcMPUEventSubRecordRequest();
        list.setAppId(appId);
        list.setSubId(subId);
        list.setStartTime(AlibabaScene.hoursFromNow(-1));
        list.setEndTime(AlibabaScene.hoursFromNow(1));
        list.setPageSize(10);
        list.setPageNo(1);
        return list;
    }

    @Test
    void a_subscription_is_described_changed_and_deleted() throws Exception {
        String subId = subscribe();
        var describe = new DescribeRtcMPUEventSubRequest();
        describe.setAppId(appId);
        var described = scene.sdk().send(describe).getSubInfo();
        assertThat(described.getSubId()).isEqualTo(subId);
        assertThat(described.getChannelIds().split(",")).containsExactlyInAnyOrder("ch1", "ch2");

        var update = new UpdateRtcMPUEventSubRequest();
        update.setAppId(appId);
        update.setChannelIds("");
        update.setCallbackUrl(scene.receiver().url("/moved"));
        scene.sdk().send(update);
        assertThat(scene.sdk().send(describe).getSubInfo().getChannelIds()).isNull();
        scene.reportUntilPlanned(() -> LiveEvents.relay(appId, "any-channel", "mix"));
        assertThat(scene.awaitCallbacks("/moved", 1).getFirst().relay().subId()).isEqualTo(subId);

        var delete = new DeleteRtcMPUEventSubRequest();
        delete.setAppId(appId);
        scene.sdk().send(delete);
        ClientException gone =
                catchThrowableOfType(ClientException.class, () -> scene.sdk().send(describe));
        assertThat(gone.getErrCode()).isEqualTo("InvalidAppId");
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.planned(relay())).isEmpty());
    }
}
