package io.curtaincall.acceptance.huawei;

import static io.curtaincall.acceptance.huawei.DocumentedRefusal.forbidden;
import static io.curtaincall.acceptance.huawei.DocumentedRefusal.illegal;
import static io.curtaincall.acceptance.huawei.DocumentedRefusal.notFound;
import static io.curtaincall.acceptance.huawei.DocumentedRefusal.unproven;

import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.live.v1.LiveMeta;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.NotifyEventSubscriptionEnum;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.SignTypeEnum;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the vendor's pages refuse, as far as a customer with the SDK can bring it about.
 *
 * @param domain of the customer's, whose application {@code live} has the callback of that id
 * @param theirDomain another account's, with a callback too
 */
public record DocumentedRefusals(String domain, String id, String theirDomain, String theirId) {
    public static final String URL = "http://8.8.8.8/record_notify";
    private static final String CALLBACKS = "/v1/{project_id}/record/callbacks";
    private static final int MORE_THAN_A_BODY_MAY_HAVE = 64 * 1024;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static RecordCallbackConfigRequest body(String domain) {
        return new RecordCallbackConfigRequest()
                .withPublishDomain(domain)
                .withApp("live")
                .withNotifyCallbackUrl(URL);
    }

    public List<DocumentedRefusal> all() {
        List<DocumentedRefusal> all = new ArrayList<>(ofWhoAsks());
        badBodies().forEach((what, body) -> {
            all.add(illegal("create " + what, it -> it.callbacks().create(body)));
            all.add(illegal("update " + what, it -> it.callbacks().update(id, body)));
        });
        badLists()
                .forEach((what, list) ->
                        all.add(illegal(what, it -> it.callbacks().list(list))));
        all.addAll(ofWhatIsThere());
        all.addAll(ofRequests());
        return all;
    }

    private static List<DocumentedRefusal> ofWhoAsks() {
        return List.of(
                unproven("a wrong secret", it -> list(it.with(by -> by.withSk("wrong")))),
                unproven("an unknown key", it -> list(it.with(by -> by.withAk("unknown")))),
                unproven("a temporary key", it -> list(it.with(by -> by.withSecurityToken("sts")))),
                unproven("a clock that is late", it -> list(it.saying("X-Sdk-Date", minutesFromNow(-16)))),
                unproven("a clock that is early", it -> list(it.saying("X-Sdk-Date", minutesFromNow(16)))),
                forbidden("another account's project", it -> list(it.with(by -> by.withProjectId("p-another")))),
                illegal("no project", it -> list(it.with(by -> by.withProjectId(null)))));
    }

    private static ListRecordCallbackConfigsResponse list(HuaweiCustomer customer) {
        return customer.callbacks().list(listing());
    }

    private static ListRecordCallbackConfigsRequest listing() {
        return new ListRecordCallbackConfigsRequest();
    }

    private static String minutesFromNow(int minutes) {
        return DATE.format(Instant.now().plus(Duration.ofMinutes(minutes)));
    }

    private Map<String, RecordCallbackConfigRequest> badBodies() {
        Map<String, RecordCallbackConfigRequest> bad = new LinkedHashMap<>();
        bad.put("nothing", new RecordCallbackConfigRequest());
        bad.put("without a domain", body(domain).withPublishDomain(null));
        bad.put("without an app", body(domain).withApp(null));
        bad.put("an empty domain", body(""));
        bad.put("no host name", body("a_b.example.com"));
        bad.put("a long domain", body("a." + "b".repeat(260)));
        bad.put("an empty app", body(domain).withApp(""));
        bad.put("a long app", body(domain).withApp("a".repeat(129)));
        for (String url : List.of(
                "ftp://8.8.8.8/a",
                "not a url",
                "http://8.8.8.8/a?b=c",
                "http://10.0.0.1/a",
                "http://169.254.169.254/latest",
                "http://8.8.8.8/" + "a".repeat(2048))) {
            bad.put(url, body(domain).withNotifyCallbackUrl(url));
        }
        bad.put("no event", body(domain).withNotifyEventSubscription(List.of()));
        bad.put(
                "an unknown event",
                body(domain)
                        .withNotifyEventSubscription(List.of(NotifyEventSubscriptionEnum.fromValue("RECORD_PAUSE"))));
        bad.put("an unknown signature", body(domain).withSignType(SignTypeEnum.fromValue("SHA1")));
        bad.put("a long key", body(domain).withKey("k".repeat(256)));
        return bad;
    }

    private static Map<String, ListRecordCallbackConfigsRequest> badLists() {
        return Map.of(
                "offset -1", listing().withOffset(-1),
                "offset 4097", listing().withOffset(4097),
                "limit 0", listing().withLimit(0),
                "limit 101", listing().withLimit(101),
                "list of a long domain", listing().withPublishDomain("d".repeat(256)),
                "list of a long app", listing().withApp("a".repeat(129)));
    }

    private List<DocumentedRefusal> ofWhatIsThere() {
        return List.of(
                new DocumentedRefusal(
                        "a second callback",
                        400,
                        "LIVE.103011018",
                        it -> it.callbacks().create(body(domain))),
                illegal(
                        "another app",
                        it -> it.callbacks().update(id, body(domain).withApp("other"))),
                illegal("another domain", it -> it.callbacks().update(id, body("other-" + domain))),
                forbidden("another account's domain", it -> it.callbacks().create(body(theirDomain))),
                notFound("show nothing", it -> it.callbacks().show("none")),
                notFound("update nothing", it -> it.callbacks().update("none", body(domain))),
                notFound("delete nothing", it -> it.callbacks().delete("none")),
                notFound("show theirs", it -> it.callbacks().show(theirId)),
                notFound("update theirs", it -> it.callbacks().update(theirId, body(theirDomain))),
                notFound("delete theirs", it -> it.callbacks().delete(theirId)));
    }

    private List<DocumentedRefusal> ofRequests() {
        var large = body(domain).withKey("k".repeat(MORE_THAN_A_BODY_MAY_HAVE));
        var creating = new CreateRecordCallbackConfigRequest().withBody(body("type-" + domain));
        return List.of(
                new DocumentedRefusal(
                        "another method",
                        400,
                        "LIVE.100011011",
                        it -> it.callbacks().call(listing(), deletingAll())),
                new DocumentedRefusal(
                        "another type",
                        400,
                        "LIVE.100011012",
                        it -> it.callbacks().call(creating, asText())),
                new DocumentedRefusal(
                        "too large", 413, "APIGW.0201", it -> it.callbacks().create(large)),
                new DocumentedRefusal("a path where nothing is", 404, "APIGW.0101", it -> list(it.at("/nowhere"))));
    }

    private static HttpRequestDef<ListRecordCallbackConfigsRequest, ListRecordCallbackConfigsResponse> deletingAll() {
        return HttpRequestDef.builder(
                        HttpMethod.DELETE,
                        ListRecordCallbackConfigsRequest.class,
                        ListRecordCallbackConfigsResponse.class)
                .withName("DeleteAll")
                .withUri(CALLBACKS)
                .withContentType("application/json")
                .build();
    }

    private static HttpRequestDef<CreateRecordCallbackConfigRequest, CreateRecordCallbackConfigResponse> asText() {
        return HttpRequestDef.builder(
                        HttpMethod.POST,
                        CreateRecordCallbackConfigRequest.class,
                        CreateRecordCallbackConfigResponse.class)
                .withName("CreateAsText")
                .withUri(CALLBACKS)
                .withContentType("text/plain")
                .withRequestField(LiveMeta.createRecordCallbackConfig.getRequestField("body"))
                .build();
    }
}
