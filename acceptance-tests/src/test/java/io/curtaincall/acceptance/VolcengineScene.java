package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.volcengine.model.live.v20230101.DeleteCallbackBody;
import com.volcengine.model.live.v20230101.DescribeCallbackBody;
import com.volcengine.model.live.v20230101.DescribeCallbackResResultCallbackListItem;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataResResult;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBodyCallbackDetailListItem;
import io.curtaincall.acceptance.volcengine.DocumentedCallback;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** A domain that nobody has used before, a customer of it with the vendor's SDKs, and that customer's receiver. */
final class VolcengineScene implements AutoCloseable {
    static final String KEY = "key123";
    static final String NOTIFY = "/notify";

    private final Installation installation;
    private final CurtaincallApi controlPlane;
    private final LiveCallbacksSdk sdk;
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final String domain = Scene.freshDomain();

    /** For an account of its own, once the front knows it. */
    VolcengineScene(Shape shape) {
        installation = Installations.of(shape);
        JsonNode opened = installation.asOperator().openAccount().expect(201).json();
        controlPlane = installation.as(opened.path("token").asText());
        sdk = LiveCallbacksSdk.at(
                installation.front(),
                opened.path("accessKeyId").asText(),
                opened.path("accessKeySecret").asText());
        await().atMost(Scene.SOON)
                .ignoreExceptions()
                .until(() -> records(asking()).getPagination().getTotalCount() == 0);
    }

    URI front() {
        return installation.front();
    }

    CurtaincallApi controlPlane() {
        return controlPlane;
    }

    LiveCallbacksSdk sdk() {
        return sdk;
    }

    CallbackReceiver receiver() {
        return receiver;
    }

    String domain() {
        return domain;
    }

    /** A config for all applications, signed. */
    void keep(String messageType) throws Exception {
        UpdateCallbackBodyCallbackDetailListItem detail = new UpdateCallbackBodyCallbackDetailListItem();
        detail.setCallbackType("http");
        detail.setURL(receiver.url(NOTIFY));
        UpdateCallbackBody body = new UpdateCallbackBody();
        body.setMessageType(messageType);
        body.setVhost(domain);
        body.setCallbackDetailList(List.of(detail));
        body.setAuthEnable(true);
        body.setAuthKeyPrimary(KEY);
        sdk.typed(live -> live.updateCallback(body));
    }

    List<DescribeCallbackResResultCallbackListItem> kept() throws Exception {
        DescribeCallbackBody body = new DescribeCallbackBody();
        body.setVhost(domain);
        return sdk.typed(live -> live.describeCallback(body).getResult().getCallbackList());
    }

    void removeAll() throws Exception {
        DeleteCallbackBody body = new DeleteCallbackBody();
        body.setVhost(domain);
        sdk.typed(live -> live.deleteCallback(body));
    }

    /** Reports one after another until one is to be called back; other processes learn of a config a moment later. */
    void reportUntilPlanned(Supplier<ReportedEvent> events) {
        await().atMost(Scene.SOON).until(() -> planned(events.get()) == 1);
    }

    /** How many callbacks a new event gets. */
    int planned(ReportedEvent event) {
        return Reports.planned(controlPlane, event).size();
    }

    List<DocumentedCallback> awaitCallbacks(int count) {
        return awaitCallbacks(NOTIFY, count);
    }

    List<DocumentedCallback> awaitCallbacks(String path, int count) {
        await().atMost(Scene.SOON).until(() -> receiver.count(path) >= count);
        return receiver.requestsTo(path).stream().map(DocumentedCallback::new).toList();
    }

    DescribeLiveCallbackDataBody asking() {
        DescribeLiveCallbackDataBody body = new DescribeLiveCallbackDataBody();
        body.setDomainList(List.of(domain));
        body.setStartTime(hoursFromNow(-1));
        body.setEndTime(hoursFromNow(1));
        return body;
    }

    DescribeLiveCallbackDataResResult records(DescribeLiveCallbackDataBody body) throws Exception {
        return sdk.typed(live -> live.describeLiveCallbackData(body).getResult());
    }

    /** The records, once there are as many. */
    DescribeLiveCallbackDataResResult awaitRecords(DescribeLiveCallbackDataBody body, int count) {
        return await().atMost(Scene.SOON)
                .until(() -> records(body), found -> found.getPagination().getTotalCount() >= count);
    }

    static String hoursFromNow(int hours) {
        return Instant.now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(8))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
