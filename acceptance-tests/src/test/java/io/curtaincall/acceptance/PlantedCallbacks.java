package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.acceptance.planted.TlsPair;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ConnectProxy;
import java.io.IOException;
import java.nio.file.Path;

/** Receivers to whom something secret is sent or shown, behind a proxy that asks for a password, and who fail it. */
final class PlantedCallbacks implements AutoCloseable {
    private static final String HOOK_SECRET = "whsec_cGxhbnRlZC1vcGVyYXRvci1ob29rLXNlY3JldA==";
    private static final String HOOK_PATH = "/planted-operator-path";
    private static final String HOOK_QUERY = "planted-operator-query";
    private static final String PROXY_PASSWORD = "planted-proxy-password";
    private static final String FORMER_HEADER = "planted-header-value-of-before";
    private static final String HEADER = "planted header value of now";
    private static final String BANK = "/bank";

    private final TlsPair ours;
    private final TlsPair theirs;
    private final ConnectProxy proxy = ConnectProxy.asking("curtaincall", PROXY_PASSWORD);
    private final CallbackReceiver plain = CallbackReceiver.start();
    private final CallbackReceiver operators = CallbackReceiver.start();
    private final CallbackReceiver bank;

    /** @param folder for what the JDK's tool makes, keys among it */
    PlantedCallbacks(Path folder) throws IOException {
        ours = TlsPair.made(folder, "ours");
        theirs = TlsPair.made(folder, "theirs");
        bank = CallbackReceiver.startMutualTls(theirs.trusting(ours));
        operators.on(HOOK_PATH, Answer.status(500));
        plain.on("/gone", Answer.status(410));
    }

    String[] settings() {
        return new String[] {
            "dispatch.delivery.quick-wait=200ms",
            "dispatch.delivery.schedule=1s,1s,1s,1s,1s,2s,2s,2s,2s,5s,5s",
            "dispatch.hooks.grace=1s",
            "dispatch.operator-hook.url=" + operators.url(HOOK_PATH + "?key=" + HOOK_QUERY),
            "dispatch.operator-hook.secret=" + HOOK_SECRET,
            "dispatch.sending.proxy=" + proxy.url(),
            "dispatch.sending.proxy-user=curtaincall",
            "dispatch.sending.proxy-password=" + PROXY_PASSWORD
        };
    }

    void plantInto(Secrets secrets) {
        secrets.plant("operator hook's secret", HOOK_SECRET)
                .plant("operator hook's path", HOOK_PATH)
                .plant("operator hook's query", HOOK_QUERY)
                .plant("proxy's password", PROXY_PASSWORD)
                .plant("what the proxy is shown", "curtaincall:" + PROXY_PASSWORD)
                .plant("value of a header", HEADER)
                .plant("former value of a header", FORMER_HEADER)
                .plant("key of a certificate", ours.keyPem());
    }

    /** With a private key to sign with, secret headers, and a certificate that the receiver demands. */
    ObjectNode ofBank(String domain) {
        ObjectNode config = to(domain, bank.url(BANK));
        config.putObject("signing").put("scheme", "standard-webhooks-ed25519").put("secret", PlantedThings.ED25519);
        config.putObject("headers").put("X-Api-Key", FORMER_HEADER).put("Authorization", FORMER_HEADER);
        config.putObject("tls")
                .put("certificate", ours.certificatePem())
                .put("key", ours.keyPem())
                .put("ca", theirs.certificatePem());
        return config;
    }

    /** The same with another header; what is left out stays. */
    ObjectNode ofBankNow(String domain) {
        ObjectNode change = to(domain, bank.url(BANK));
        change.putObject("headers").put("X-Api-Key", HEADER);
        return change;
    }

    /** Another for a receiver that speaks no TLS. */
    ObjectNode ofNoTls(String domain) {
        ObjectNode config = ofBank(domain).put("url", plain.url("/no-tls").replace("http:", "https:"));
        config.remove("signing");
        return config;
    }

    ObjectNode ofGone(String domain) {
        return to(domain, plain.url("/gone"));
    }

    private static ObjectNode to(String domain, String url) {
        ObjectNode config = OwnThings.object().put("domain", domain).put("url", url);
        config.putArray("topics").add("recording.started");
        return config;
    }

    /** The callback has come as it should, by the proxy, and the operator was told of the receiver that is gone. */
    void awaitAll() {
        await().atMost(Scene.SOON).until(() -> !operators.requests().isEmpty());
        operators.on(HOOK_PATH, Answer.ok());
        await().atMost(Scene.SOON).until(() -> operators.requests().size() > 1);
        await().atMost(Scene.SOON)
                .until(() ->
                        bank.requestsTo(BANK).stream().anyMatch(request -> HEADER.equals(request.header("x-api-key"))));
        assertThat(bank.requestsTo(BANK).getLast().header("webhook-signature")).contains("v1a,", " v1a,");
        assertThat(proxy.heads()).allMatch(head -> head.contains("Proxy-Authorization: Basic "));
    }

    /** From now on the proxy lets nobody through, and repeats what it was shown. */
    void turnAllAway(boolean all) {
        proxy.turnAway(all);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        plain.close();
        operators.close();
        bank.close();
    }
}
