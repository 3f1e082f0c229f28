package io.curtaincall.acceptance.alibaba;

import com.aliyun.live20161101.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * The vendor's SDKs with one account's access key; only the endpoint is not the vendor's.
 *
 * @param endpoint host and port
 */
public record LiveSdk(String endpoint, String accessKeyId, String accessKeySecret) {
    private static final String REGION = "cn-shanghai";

    public static LiveSdk at(URI front, String accessKeyId, String accessKeySecret) {
        return new LiveSdk(front.getAuthority(), accessKeyId, accessKeySecret);
    }

    public LiveSdk withSecret(String secret) {
        return new LiveSdk(endpoint, accessKeyId, secret);
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
        return new DefaultAcsClient(DefaultProfile.getProfile(REGION, accessKeyId, accessKeySecret))
                .getAcsResponse(request);
    }

    /** The newer SDK, which has types for the recording configs. */
    public Client typed() throws Exception {
        return new Client(config());
    }

    /** Any operation by name, by the newer SDK's core and its ACS3 signature. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> call(String action, Map<String, String> parameters) throws Exception {
        Params params = new Params()
                .setAction(action)
                .setVersion("2016-11-01")
                .setProtocol("HTTPS")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        Map<String, ?> answer = new com.aliyun.teaopenapi.Client(config())
                .callApi(params, new OpenApiRequest().setQuery(parameters), new RuntimeOptions());
        return (Map<String, Object>) Objects.requireNonNull(answer.get("body"));
    }

    private Config config() {
        Config config = new Config();
        config.accessKeyId = accessKeyId;
        config.accessKeySecret = accessKeySecret;
        config.endpoint = endpoint;
        config.protocol = "http";
        config.regionId = REGION;
        return config;
    }
}
