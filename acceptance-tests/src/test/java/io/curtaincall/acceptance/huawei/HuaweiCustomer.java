package io.curtaincall.acceptance.huawei;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import io.curtaincall.bench.running.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Who uses the vendor's SDK; every change gives another one.
 *
 * @param headers sent with each request beside the SDK's own
 */
public record HuaweiCustomer(
        HuaweiClient client, String endpoint, Supplier<BasicCredentials> credentials, Map<String, String> headers) {

    /** With an account's access key. */
    public static HuaweiCustomer of(HuaweiClient client, URI front, Credentials.Account account) {
        return of(
                client,
                front,
                () -> new BasicCredentials()
                        .withAk(account.accessKeyId())
                        .withSk(account.accessKeySecret())
                        .withProjectId(account.projectId()));
    }

    public static HuaweiCustomer of(HuaweiClient client, URI front, Supplier<BasicCredentials> credentials) {
        return new HuaweiCustomer(client, front.toString(), credentials, Map.of());
    }

    public HuaweiCustomer with(UnaryOperator<BasicCredentials> change) {
        return new HuaweiCustomer(client, endpoint, () -> change.apply(credentials.get()), headers);
    }

    public HuaweiCustomer at(String path) {
        return new HuaweiCustomer(client, endpoint + path, credentials, headers);
    }

    public HuaweiCustomer saying(String header, String value) {
        return new HuaweiCustomer(client, endpoint, credentials, Map.of(header, value));
    }

    public RecordCallbacks callbacks() {
        return client.of(this);
    }

    <C> C built(ClientBuilder<C> builder) {
        return builder.withCredential(credentials.get())
                .withEndpoints(List.of(endpoint))
                .build();
    }

    /** What both clients stand on. */
    HcClient core() {
        return built(new ClientBuilder<>(core -> core));
    }
}
