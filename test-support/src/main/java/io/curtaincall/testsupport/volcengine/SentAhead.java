package io.curtaincall.testsupport.volcengine;

import com.squareup.okhttp.HttpUrl;
import com.squareup.okhttp.Interceptor;
import com.squareup.okhttp.Request;
import com.squareup.okhttp.Response;
import com.volcengine.Pair;
import com.volcengine.sign.Credentials;
import com.volcengine.sign.VolcstackSign;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.Buffer;

/** What the newer SDK's core sends, signed once more by its own signer as if it were another time. */
record SentAhead(Duration ahead, String accessKeyId, String accessKeySecret, String region) implements Interceptor {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request sent = chain.request();
        Map<String, String> headers = new HashMap<>();
        sent.headers().names().forEach(name -> headers.put(name, sent.header(name)));
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization") || name.startsWith("X-"));
        headers.put("X-Date", FORM.format(Instant.now().plus(ahead)));
        signer(sent.method()).applyToParams(query(sent.httpUrl()), headers, body(sent));
        Request.Builder again = sent.newBuilder();
        headers.forEach(again::header);
        return chain.proceed(again.build());
    }

    private VolcstackSign signer(String method) {
        VolcstackSign signer = new VolcstackSign(Credentials.getCredentials(accessKeyId, accessKeySecret));
        signer.setRegion(region);
        signer.setService("live");
        signer.setMethod(method);
        return signer;
    }

    private static List<Pair> query(HttpUrl url) {
        return url.queryParameterNames().stream()
                .map(name -> new Pair(name, url.queryParameter(name)))
                .toList();
    }

    private static String body(Request request) throws IOException {
        Buffer body = new Buffer();
        request.body().writeTo(body);
        return body.readUtf8();
    }
}
