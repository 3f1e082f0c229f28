package io.curtaincall.dispatch.sending;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, complete and ready to go out.
 *
 * @param headers in the order sent
 * @param body what receivers check the signature against, byte for byte; empty for a question
 * @param limits null for the usual ones
 * @param passport whose headers are sent behind the others
 * @param asker on whose behalf it is sent, the account or nobody in particular
 */
public record CallbackRequest(
        String method,
        Target target,
        Map<String, String> headers,
        String body,
        @Nullable Limits limits,
        Passport passport,
        String asker) {
    private static final String NOBODY = "";
    private static final String CALLBACK = "POST";
    private static final String QUESTION = "GET";

    /** Adds to the signature's headers those of the protocol; the answer is asked for as it is, not compressed. */
    public static CallbackRequest callback(
            Target target, Map<String, String> signature, String contentType, String body, String userAgent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", target.authority());
        headers.put("User-Agent", userAgent);
        headers.put("Content-Type", contentType);
        headers.put("Content-Length", Integer.toString(bytes(body).length));
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "identity");
        headers.putAll(signature);
        return new CallbackRequest(CALLBACK, target, headers, body, null, Passport.NONE, NOBODY);
    }

    /** Asks for something. */
    public static CallbackRequest question(Target target, String userAgent, Limits limits) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", target.authority());
        headers.put("User-Agent", userAgent);
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "identity");
        return new CallbackRequest(QUESTION, target, headers, "", limits, Passport.NONE, NOBODY);
    }

    public CallbackRequest within(@Nullable Limits newLimits) {
        return new CallbackRequest(method, target, headers, body, newLimits, passport, asker);
    }

    public CallbackRequest with(Passport newPassport) {
        return new CallbackRequest(method, target, headers, body, limits, newPassport, asker);
    }

    public CallbackRequest onBehalfOf(AccountId account) {
        return new CallbackRequest(method, target, headers, body, limits, passport, account.value());
    }

    /** All that are sent, as they may be put on record. */
    public Map<String, String> recordedHeaders() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        passport.headers().keySet().forEach(name -> all.put(name, Request.REDACTED));
        return all;
    }

    public byte[] bytes() {
        return bytes(body);
    }

    boolean hasBody() {
        return method.equals(CALLBACK);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
