package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.alibaba.DocumentedCallback;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A domain that nobody has used before, a customer of it with the vendor's SDKs, and that customer's receiver. */
final class AlibabaScene implements AutoCloseable {
    static final String KEY = "testkeyyourkey12";
    static final String NOTIFY = "/notify";
    private static final Duration SOON = Scene.SOON;

    private final Installation installation;
    private final AlibabaAccount account;
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final String domain = Scene.freshDomain();
    private int callbacks;

    /** For the account of the first start. */
    AlibabaScene(Shape shape) {
        this(Installations.of(shape), AlibabaAccount.ofFirstStart(Installations.of(shape)));
    }

    private AlibabaScene(Installation installation, AlibabaAccount account) {
        this.installation = installation;
        this.account = account;
    }

    /** For an account of its own, whose calls are counted apart. */
    static AlibabaScene ofNewAccount(Shape shape) {
        Installation installation = Installations.of(shape);
        return new AlibabaScene(installation, AlibabaAccount.open(installation));
    }

    Installation installation() {
        return installation;
    }

    CurtaincallApi controlPlane() {
        return account.api();
    }

    CallbackReceiver receiver() {
        return receiver;
    }

    String domain() {
        return domain;
    }

    LiveSdk sdk() {
        return account.sdk();
    }

    /** A config for all events, signed. */
    AddLiveRecordNotifyConfigRequest adding() {
        var request = new AddLiveRecordNotifyConfigRequest();
        request.setDomainName(domain);
        request.setNotifyUrl(receiver.url(NOTIFY));
        request.setNeedStatusNotify(true);
        request.setNotifyReqAuth(true);
        request.setNotifyAuthKey(KEY);
        return request;
    }

    ReportedEvent started() {
        return LiveEvents.started(domain, "live", "demo");
    }

    ReportedEvent fileCompleted() {
        return LiveEvents.fileCompleted(domain, "live", "demo")
                .with("pushArgs", Map.of("callback_args1", "value1", "auth_key", "not-for-receivers"));
    }

    /** Reports one after another until one is to be called back; other processes learn of a config a moment later. */
    JsonNode reportUntilPlanned(Supplier<ReportedEvent> events) {
        return reportUntilPlanned(1, events);
    }

    JsonNode reportUntilPlanned(int count, Supplier<ReportedEvent> events) {
        return await().atMost(SOON).until(() -> planned(events.get()), callbacks -> callbacks.size() == count);
    }

    /** The callbacks that a new event gets. */
    JsonNode planned(ReportedEvent event) {
        JsonNode planned = Reports.planned(controlPlane(), event);
        callbacks += planned.size();
        return planned;
    }

    /** How many callbacks have become of all reports so far; some may still be on their way. */
    int callbacks() {
        return callbacks;
    }

    List<DocumentedCallback> awaitCallbacks(String path, int count) {
        await().atMost(SOON).until(() -> receiver.count(path) >= count);
        return receiver.requestsTo(path).stream().map(DocumentedCallback::new).toList();
    }

    DescribeLiveRecordNotifyRecordsRequest asking() {
        var request = lastHourOf(domain);
        request.setPageSize(20L);
        request.setPageNumber(1L);
        return request;
    }

    static DescribeLiveRecordNotifyRecordsRequest lastHourOf(String domain) {
        var request = new DescribeLiveRecordNotifyRecordsRequest();
        request.setDomainName(domain);
        request.setStartTime(hoursFromNow(-1));
        request.setEndTime(hoursFromNow(1));
        return request;
    }

    /** The records, once there are as many. */
    DescribeLiveRecordNotifyRecordsResponse awaitRecords(DescribeLiveRecordNotifyRecordsRequest request, int count) {
        return await().atMost(SOON).until(() -> sdk().send(request), found -> found.getTotalNum() >= count);
    }

    static String hoursFromNow(int hours) {
        return Instant.now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
