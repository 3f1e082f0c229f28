package io.curtaincall.acceptance;

import io.curtaincall.acceptance.Proofs.IntakeKey;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.acceptance.planted.Walk;
import io.curtaincall.bench.running.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets that are nobody's, or are where they do not belong; they may be somebody's elsewhere, so no answer repeats one. */
final class WrongSecrets {
    private static final String CONFIGS = "/v1/notify-configs";

    private final Walk walk;
    private final Credentials.Account account;
    private final String domain;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    WrongSecrets(Walk walk, Credentials.Account account, String domain) {
        this.walk = walk;
        this.account = account;
        this.domain = domain;
    }

    /** Notes one, to be looked for. */
    private String a(String what) {
        return wrong.computeIfAbsent("wrong " + what, name -> "planted-" + name.replaceAll("[^a-z]+", "-") + "-0123");
    }

    void plantInto(Secrets secrets) {
        wrong.forEach(secrets::plant);
    }

    void show(PlantedThings things, IntakeKey intake, String event) {
        asCallers();
        walk.send(new IntakeKey(intake.id(), "another").report(walk.address(), event));
        walk.with("X-Signature", a("signature of a report"), "POST", "/v1/live-events", event);
        walk.with("X-Signature-Key", a("intake key"), "POST", "/v1/live-events", event);
        asMediaServers(things);
        inConfigs();
        inUrlsAndSources();
        inDialects();
    }

    private void asCallers() {
        walk.get(CONFIGS, a("token"), "Basic " + a("password"));
        walk.get("/v1/accounts?access_token=" + a("token in a query"), "");
        walk.raw(
                "GET /v1/<" + a("token in a path that is none") + "> HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        walk.raw("GET /v1/accounts HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer "
                + a("token in a head that is none") + "\r\n\u0001: x\r\n\r\n");
    }

    private void asMediaServers(PlantedThings things) {
        String body = "{\"action\":\"on_publish\",\"opaque\":\"" + a("opaque of a hook") + "\"}";
        for (String kind : new String[] {"srs", "oryx", "livekit", "ovenmediaengine", "nginx-rtmp", "none"}) {
            walk.json("POST", "/hooks/" + kind + "/" + a("URL of a hook source"), "", body);
            walk.json("GET", "/hooks/" + kind + "/" + a("URL of a hook source") + "/more", "", "");
        }
        walk.json("POST", things.hookPath("oryx"), "", body);
        walk.json("POST", things.hookPath("oryx"), "", body.substring(1));
        walk.with("Authorization", a("token of a media server"), "POST", things.hookPath("livekit"), body);
        walk.with("X-OME-Signature", a("signature of a hook"), "POST", things.hookPath("ovenmediaengine"), body);
        walk.json("DELETE", things.hookPath("srs"), "", "");
        walk.json("POST", things.hookPath("srs") + "/more", "", body);
        walk.raw("GET " + things.hookPath("srs") + "|<> HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        walk.raw("POST " + things.hookPath("srs")
                + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: none\r\n\r\n");
    }

    private void inConfigs() {
        for (String part : new String[] {
            "\"signing\":{\"scheme\":\"standard-webhooks\",\"secret\":\"" + a("signing secret") + "\"}",
            "\"signing\":{\"scheme\":\"standard-webhooks-ed25519\",\"secret\":\"whsk_" + a("private key") + "\"}",
            "\"headers\":{\"X-Api-Key\":\"" + a("value of a header") + "\\r\\n\"}",
            "\"headers\":{\"Host\":\"" + a("value of a header that is ours") + "\"}",
            "\"headers\":{\"X-Api-Key\":[\"" + a("value of a header in a list") + "\"]}",
            "\"headers\":\"" + a("value for headers") + "\"",
            "\"tls\":{\"certificate\":\"junk\",\"key\":\"" + a("key of a certificate") + "\"}",
            "\"tls\":{\"certificate\":\"-----BEGIN PRIVATE KEY-----" + a("key for a certificate") + "\"}"
        }) {
            String config = "{\"domain\":\"" + domain + "\",\"url\":\"https://8.8.8.8/cb\"," + part + "}";
            walk.json("POST", CONFIGS, account.token(), config);
            walk.json("POST", CONFIGS, account.token(), config.substring(0, config.length() - 1));
        }
    }

    private void inUrlsAndSources() {
        for (String url : new String[] {
            "ftp://u:" + a("password in a URL") + "@h.example.com/", "https://u:" + a("password in a URL") + "@h/",
        }) {
            walk.json("POST", CONFIGS, account.token(), "{\"domain\":\"" + domain + "\",\"url\":\"" + url + "\"}");
        }
        for (String kind : new String[] {"nginx-rtmp", "livekit", "nothing"}) {
            String source =
                    "{\"kind\":\"" + kind + "\",\"domain\":\"" + domain + "\",\"node\":\"n\",\"serverSecret\":\"";
            walk.json("POST", "/v1/hook-sources", account.token(), source + a("secret of a server") + "\"}");
        }
    }

    private void inDialects() {
        String project = "/v1/" + account.projectId() + "/record/callbacks";
        walk.with("X-Auth-Token", a("token of a dialect"), "GET", project, "");
        walk.with("X-Auth-Token", "cct.00000000." + a("sealed token of a dialect"), "GET", project, "");
        String identity = "{\"auth\":{\"identity\":{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":{\"key\":\""
                + account.accessKeyId() + "\"},\"secret\":{\"key\":\"" + a("access key") + "\"}}}}}";
        walk.json("POST", "/v3/auth/tokens", "", identity);
        walk.json("POST", "/v3/auth/tokens", "", identity.substring(1));
        walk.get(
                "/?Action=DescribeLiveRecordNotifyRecords&AccessKeyId=" + account.accessKeyId() + "&Signature="
                        + a("signature of a dialect"),
                "");
        walk.with("Authorization", "HMAC-SHA256 Credential=x, Signature=" + a("signature of another"), "GET", "/", "");
    }
}
