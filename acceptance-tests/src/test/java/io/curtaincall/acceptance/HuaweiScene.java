package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.NotifyEventSubscriptionEnum;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.huawei.RecordMessage;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** A domain that nobody has used before, a customer of it with the vendor's SDK, and that customer's receiver. */
final class HuaweiScene implements AutoCloseable {
    static final String KEY = "0123456789abcdefghijABCDEFGHIJ32";
    static final String NOTIFY = "/record_notify";

    private final Installation installation;
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final String domain = Scene.freshDomain();

    HuaweiScene(Shape shape) {
        installation = Installations.of(shape);
    }

    /** Of the account of the first start. */
    Credentials.Account account() {
        return installation.credentials().account();
    }

    URI front() {
        return installation.front();
    }

    CallbackReceiver receiver() {
        return receiver;
    }

    String domain() {
        return domain;
    }

    LiveClient client() {
        return client(account().accessKeySecret());
    }

    LiveClient client(String secret) {
        return client(installation, secret);
    }

    /** Of the account of the first start. */
    static LiveClient client(Installation installation, String secret) {
        Credentials.Account account = installation.credentials().account();
        return LiveClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk(account.accessKeyId())
                        .withSk(secret)
                        .withProjectId(account.projectId()))
                .withEndpoints(List.of(installation.front().toString()))
                .build();
    }

    /** For all events of the page, signed as usual. */
    RecordCallbackConfigRequest body(String app) {
        return new RecordCallbackConfigRequest()
                .withPublishDomain(domain)
                .withApp(app)
                .withNotifyCallbackUrl(receiver.url(NOTIFY))
                .withNotifyEventSubscription(List.of(
                        NotifyEventSubscriptionEnum.fromValue("RECORD_START"),
                        NotifyEventSubscriptionEnum.RECORD_NEW_FILE_START,
                        NotifyEventSubscriptionEnum.RECORD_FILE_COMPLETE,
                        NotifyEventSubscriptionEnum.RECORD_OVER,
                        NotifyEventSubscriptionEnum.RECORD_FAILED))
                .withKey(KEY);
    }

    ReportedEvent started() {
        return LiveEvents.started(domain, "live", "demo").with("taskId", "task-1");
    }

    ReportedEvent fileCompleted() {
        return fileCompleted("live");
    }

    ReportedEvent fileCompleted(String app) {
        return LiveEvents.fileCompleted(domain, app, "demo").with("taskId", "task-1");
    }

    ReportedEvent over() {
        return LiveEvents.over(domain, "live", "demo");
    }

    ReportedEvent failed() {
        return LiveEvents.failed(domain, "live", "demo");
    }

    /** Reports one after another until one is to be called back; other processes learn of a config a moment later. */
    void reportUntilPlanned(Supplier<ReportedEvent> events) {
        await().atMost(Scene.SOON).until(() -> planned(events.get()), callbacks -> !callbacks.isEmpty());
    }

    /** The callbacks that a new event gets. */
    JsonNode planned(ReportedEvent event) {
        return Reports.planned(installation.asDemo(), event);
    }

    List<RecordMessage> awaitMessages(String path, int count) {
        await().atMost(Scene.SOON).until(() -> receiver.count(path) >= count);
        return receiver.requestsTo(path).stream()
                .map(request -> RecordMessage.read(request.text()))
                .toList();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
