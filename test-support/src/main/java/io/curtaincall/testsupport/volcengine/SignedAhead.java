package io.curtaincall.testsupport.volcengine;

import com.volcengine.auth.impl.SignerV4Impl;
import com.volcengine.model.Credentials;
import com.volcengine.model.RequestParam;
import com.volcengine.model.SignRequest;
import com.volcengine.service.SignableRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.http.Header;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/** What the service classes send, signed once more by their own signer as if it were another time. */
record SignedAhead(Duration ahead, Credentials credentials) implements HttpRequestInterceptor {
    private static final String TYPE = "Content-Type";

    static HttpClient client(Duration ahead, String accessKeyId, String accessKeySecret) {
        Credentials credentials = new Credentials("cn-north-1", "live");
        credentials.setAccessKeyID(accessKeyId);
        credentials.setSecretAccessKey(accessKeySecret);
        return HttpClients.custom()
                .addInterceptorLast(new SignedAhead(ahead, credentials))
                .build();
    }

    @Override
    public void process(HttpRequest sent, HttpContext context) throws HttpException, IOException {
        SignableRequest request = (SignableRequest) ((HttpRequestWrapper) sent).getOriginal();
        SignRequest again = sign(RequestParam.builder()
                .isSignUrl(false)
                .body(EntityUtils.toByteArray(request.getEntity()))
                .host(request.getUriBuilder().getHost())
                .path(request.getUriBuilder().getPath())
                .method(request.getMethod())
                .date(Date.from(Instant.now().plus(ahead)))
                .queryList(request.getUriBuilder().getQueryParams())
                .headers(new Header[] {request.getFirstHeader(TYPE)})
                .build());
        sent.setHeader("X-Date", again.getXDate());
        sent.setHeader("Authorization", again.getAuthorization());
    }

    private SignRequest sign(RequestParam request) throws HttpException {
        try {
            return new SignerV4Impl().getSignRequest(request, credentials);
        } catch (Exception e) {
            throw new HttpException("cannot be signed", e);
        }
    }
}
