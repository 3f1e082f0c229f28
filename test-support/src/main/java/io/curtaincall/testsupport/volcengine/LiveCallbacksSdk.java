package io.curtaincall.testsupport.volcengine;

import com.volcengine.ApiClient;
import com.volcengine.ApiException;
import com.volcengine.ContentType;
import com.volcengine.HttpMethod;
import com.volcengine.UniversalApi;
import com.volcengine.UniversalRequest;
import com.volcengine.service.BaseServiceImpl;
import com.volcengine.service.live.impl.LiveServiceImpl;
import com.volcengine.service.live.v20230101.LiveService;
import com.volcengine.sign.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.http.client.HttpClient;
import org.jspecify.annotations.Nullable;

/** The vendor's SDKs with one account's access key; only the endpoint is not the vendor's. */
public final class LiveCallbacksSdk {
    public static final String VERSION = "2023-01-01";
    private static final String REGION = "cn-north-1";

    /** All services of a class share one address, which is set anew for each call. */
    private static final ReentrantLock ADDRESS = new ReentrantLock();

    private final String endpoint;
    private final String accessKeyId;
    private final String accessKeySecret;
    private final @Nullable String token;
    private final Duration ahead;
    private final boolean tiresome;

    private LiveCallbacksSdk(
            String endpoint,
            String accessKeyId,
            String accessKeySecret,
            @Nullable String token,
            Duration ahead,
            boolean tiresome) {
        this.endpoint = endpoint;
        this.accessKeyId = accessKeyId;
        this.accessKeySecret = accessKeySecret;
        this.token = token;
        this.ahead = ahead;
        this.tiresome = tiresome;
    }

    public static LiveCallbacksSdk at(URI front, String accessKeyId, String accessKeySecret) {
        return new LiveCallbacksSdk(front.getAuthority(), accessKeyId, accessKeySecret, null, Duration.ZERO, true);
    }

    public LiveCallbacksSdk withSecret(String secret) {
        return withKey(accessKeyId, secret);
    }

    public LiveCallbacksSdk withKey(String id, String secret) {
        return new LiveCallbacksSdk(endpoint, id, secret, token, ahead, tiresome);
    }

    /** As if the key were a temporary one. */
    public LiveCallbacksSdk withToken(String temporary) {
        return new LiveCallbacksSdk(endpoint, accessKeyId, accessKeySecret, temporary, ahead, tiresome);
    }

    /** As if the caller's clock were so much ahead, or behind. */
    public LiveCallbacksSdk withClock(Duration difference) {
        return new LiveCallbacksSdk(endpoint, accessKeyId, accessKeySecret, token, difference, tiresome);
    }

    /** The newer SDK's core does not try again of its own accord. */
    public LiveCallbacksSdk tryingOnce() {
        return new LiveCallbacksSdk(endpoint, accessKeyId, accessKeySecret, token, ahead, false);
    }

    /** What is asked of one of the SDK's services. */
    @FunctionalInterface
    public interface Question<S, A> {
        A ask(S service) throws Exception;
    }

    /** By the typed calls. */
    public <A> A typed(Question<LiveService, A> question) throws Exception {
        return ask(LiveService.getInstance(), question);
    }

    /** By the older service class, which has the configs only. */
    public <A> A legacy(Question<com.volcengine.service.live.LiveService, A> question) throws Exception {
        return ask((LiveServiceImpl) LiveServiceImpl.getInstance(), question);
    }

    private <S extends BaseServiceImpl, A> A ask(S service, Question<? super S, A> question) throws Exception {
        ADDRESS.lock();
        HttpClient usual = service.getHttpClient();
        try {
            aim(service);
            return question.ask(service);
        } finally {
            service.setHttpClient(usual);
            ADDRESS.unlock();
        }
    }

    private void aim(BaseServiceImpl service) {
        service.setAccessKey(accessKeyId);
        service.setSecretKey(accessKeySecret);
        service.setSessionToken(token);
        service.setScheme("http");
        service.setHost(endpoint);
        if (!ahead.isZero()) service.setHttpClient(SignedAhead.client(ahead, accessKeyId, accessKeySecret));
    }

    /** Any operation by name, by the newer SDK's core. */
    public Map<String, Object> universal(String action, Map<String, Object> parameters) throws ApiException {
        return universal("live", action, VERSION, parameters);
    }

    public Map<String, Object> universal(String service, String action, String version, Map<String, Object> parameters)
            throws ApiException {
        return universal(
                new UniversalRequest(service, action, version, HttpMethod.POST, ContentType.ApplicationJSON),
                parameters);
    }

    public Map<String, Object> universal(UniversalRequest request, Map<String, Object> parameters) throws ApiException {
        ApiClient client = new ApiClient()
                .setCredentials(Credentials.getCredentials(accessKeyId, accessKeySecret, token))
                .setRegion(REGION)
                .setEndpoint(endpoint)
                .setAutoRetry(tiresome)
                .setDisableSSL(true);
        if (!ahead.isZero()) {
            client.getHttpClient().interceptors().add(new SentAhead(ahead, accessKeyId, accessKeySecret, REGION));
        }
        return new UniversalApi(client).doCall(request, parameters);
    }
}
