package io.curtaincall.testsupport.alibaba;

import com.aliyun.live20161101.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.GlobalParameters;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's SDKs with one account's access key; only the endpoint is not the vendor's. */
public final class LiveSdk {
    private static final String REGION = "cn-shanghai";
    private static final String VERSION = "2016-11-01";

    private final String endpoint;
    private final String accessKeyId;
    private final String accessKeySecret;
    private final @Nullable Stamp stamp;
    private final OlderClient older;

    private LiveSdk(String endpoint, String accessKeyId, String accessKeySecret, @Nullable Stamp stamp) {
        this.endpoint = endpoint;
        this.accessKeyId = accessKeyId;
        this.accessKeySecret = accessKeySecret;
        this.stamp = stamp;
        older = new OlderClient(DefaultProfile.getProfile(REGION, accessKeyId, accessKeySecret));
    }

    public static LiveSdk at(URI front, String accessKeyId, String accessKeySecret) {
        return new LiveSdk(front.getAuthority(), accessKeyId, accessKeySecret, null);
    }

    public LiveSdk withSecret(String secret) {
        return new LiveSdk(endpoint, accessKeyId, secret, stamp);
    }

    public LiveSdk withKey(String id, String secret) {
        return new LiveSdk(endpoint, id, secret, stamp);
    }

    /** Signs with this time and nonce: the newer SDK every request, the older those that ask for {@link #stamp()}. */
    public LiveSdk stamped(Stamp with) {
        return new LiveSdk(endpoint, accessKeyId, accessKeySecret, with);
    }

    public Optional<Stamp> stamp() {
        return Optional.ofNullable(stamp);
    }

    public String accessKeyId() {
        return accessKeyId;
    }

    public String accessKeySecret() {
        return accessKeySecret;
    }

    /** By the older SDK, as it speaks of its own accord: RPC version 1, JSON. */
    public <T extends AcsResponse> T send(AcsRequest<T> request) throws ClientException {
        return send(request, SignatureVersion.V1, FormatType.JSON);
    }

    public <T extends AcsResponse> T send(AcsRequest<T> request, SignatureVersion version, FormatType format)
            throws ClientException {
        request.setSysEndpoint(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysSignatureVersion(version);
        request.setSysAcceptFormat(format);
        return older.getAcsResponse(request);
    }

    /** By the older SDK, any operation by name; its text. */
    public String send(CommonRequest request) throws ClientException {
        request.setSysDomain(endpoint);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysVersion(VERSION);
        return older.getCommonResponse(request).getData();
    }

    /** The HTTP status of the older SDK's last answer to this thread, which its exceptions do not tell. */
    public int lastStatus() {
        return older.lastStatus();
    }

    /** The newer SDK, which has types for the recording configs. */
    public Client typed() throws Exception {
        return new Client(config());
    }

    /** Any operation by name, by the newer SDK's core and its ACS3 signature. */
    public Map<String, Object> call(String action, Map<String, String> parameters) throws Exception {
        return call(config(), action, "POST", new OpenApiRequest().setQuery(parameters));
    }

    /** The same in every way that the newer SDK's core has. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> call(Config config, String action, String method, OpenApiRequest request)
            throws Exception {
        Params params = new Params()
                .setAction(action)
                .setVersion(VERSION)
                .setProtocol("HTTPS")
                .setPathname("/")
                .setMethod(method)
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        Map<String, ?> answer = new com.aliyun.teaopenapi.Client(config).callApi(params, request, new RuntimeOptions());
        return (Map<String, Object>) Objects.requireNonNull(answer.get("body"));
    }

    /** What the newer SDK wants to know, to be changed before it is used. */
    public Config config() {
        Config config = new Config();
        config.accessKeyId = accessKeyId;
        config.accessKeySecret = accessKeySecret;
        config.endpoint = endpoint;
        config.protocol = "http";
        config.regionId = REGION;
        if (stamp != null) {
            config.globalParameters =
                    new GlobalParameters().setQueries(stamp.parameters()).setHeaders(stamp.headers());
        }
        return config;
    }
}
