package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.listing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.live.v1.LiveClient;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.dialects.running.ShiftedClock;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import io.curtaincall.testsupport.huawei.IdentityProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that carry a token instead of a signature, and how to get one. */
class TokensIT {
    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final String callbacks = "/v1/" + sdk.project() + "/record/callbacks";

    @Test
    void an_account_has_a_token_by_its_key_or_its_own_token() throws Exception {
        String own = DialectProcess.tokenOf(sdk.account());
        for (String identity : new String[] {
            password(sdk.account(), own),
            password(sdk.keyId(), own),
            password(sdk.keyId(), DialectProcess.SECRET),
            accessKey(sdk.keyId(), DialectProcess.SECRET)
        }) {
            Reply reply = tokens(identity);
            assertThat(reply.status()).as(identity).isEqualTo(201);
            assertThat(reply.json().at("/token/project/id").asString()).isEqualTo(sdk.project());
            assertThat(reply.json().at("/token/expires_at").asString()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{6}Z");
            assertThat(reply.header("X-request-id")).matches(HuaweiSdk.REQUEST_ID);
            assertThat(list(reply.header("X-Subject-Token")).status()).isEqualTo(200);
        }
        assertThat(list(own).status()).isEqualTo(200);
    }

    @Test
    void a_token_is_for_its_account_and_no_other() throws Exception {
        String foreign = DialectProcess.tokenOf(HuaweiSdk.fresh().account());
        Reply reply = list(foreign);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("APIGW.0302");
        assertThat(tokens(password(sdk.account(), foreign)).status()).isEqualTo(401);
        assertThat(tokens(password(sdk.keyId(), foreign)).status()).isEqualTo(401);
    }

    @Test
    void a_token_is_over_after_a_day() throws Exception {
        String token = tokens(accessKey(sdk.keyId(), DialectProcess.SECRET)).header("X-Subject-Token");
        ShiftedClock clock = sdk.process().bean(ShiftedClock.class);
        clock.shift(Duration.ofHours(25));
        try {
            Reply reply = list(token);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("APIGW.0307");
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @Test
    void a_token_ends_with_the_key_that_proved_it_and_lets_do_no_more() throws Exception {
        Grant reading = new Grant(Role.READ, null);
        String key = sdk.process().issueKey(sdk.account(), 2, reading);
        String token = tokens(accessKey(key, DialectProcess.SECRET)).header("X-Subject-Token");
        assertThat(list(token).status()).isEqualTo(200);
        Reply refused = request("POST", callbacks)
                .json("{}")
                .unsigned("X-Auth-Token", token)
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("APIGW.0302");
        sdk.process().revokeKey(sdk.account(), 3, key);
        assertThat(list(token).code()).isEqualTo("APIGW.0307");
    }

    @Test
    void an_accounts_own_token_that_was_revoked_is_over_and_so_is_what_it_proved() throws Exception {
        String own = DialectProcess.tokenOf(sdk.account());
        String proven = tokens(password(sdk.account(), own)).header("X-Subject-Token");
        assertThat(list(proven).status()).isEqualTo(200);
        sdk.process().revokeOwnToken(sdk.account(), 2);
        for (String over : new String[] {own, proven}) {
            Reply reply = list(over);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("APIGW.0307");
        }
    }

    @Test
    void what_is_no_token_of_ours_is_refused() throws Exception {
        String token = tokens(accessKey(sdk.keyId(), DialectProcess.SECRET)).header("X-Subject-Token");
        var otherwiseSealed =
                sdk.process().bean(SecretSealer.class).seal("subject-token\n99999999999\n" + sdk.account());
        for (String bad : new String[] {
            "",
            "MIIabc",
            "cct.",
            "cct.a",
            "cct.a.b",
            token.substring(0, token.length() - 8),
            token.replaceFirst("cct\\.[^.]*\\.", "cct.x."),
            token.substring(0, 14),
            "cct." + otherwiseSealed.keyId() + "." + otherwiseSealed.ciphertext()
        }) {
            Reply reply = list(bad);
            assertThat(reply.status()).as(bad).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("APIGW.0301");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"auth\":null}",
                "{\"auth\":{\"identity\":{\"methods\":[]}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"totp\"]}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\",\"totp\"]}}}",
                "{\"auth\":{\"identity\":{\"methods\":\"password\"}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"a\"}}}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":\"a\"}}}}"
            })
    void an_identity_that_is_not_complete_is_invalid(String body) throws Exception {
        Reply reply = request("POST", "/v3/auth/tokens").json(body).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IAM.0007");
    }

    @Test
    void who_cannot_prove_it_gets_none() throws Exception {
        for (String identity : new String[] {
            accessKey(sdk.keyId(), "wrong"),
            accessKey("nobody", DialectProcess.SECRET),
            password(" ", "x"),
            password(sdk.account(), DialectProcess.SECRET)
        }) {
            Reply reply = tokens(identity);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("X-Subject-Token")).isEmpty();
        }
        assertThat(request("GET", "/v3/auth/tokens").send().code()).isEqualTo("LIVE.100011011");
        assertThat(request("POST", "/v3/auth/tokens").json("{").send().code()).isEqualTo("LIVE.100011001");
    }

    @Test
    void where_both_are_sent_the_signature_counts() {
        assertThat(sdk.client()
                        .listRecordCallbackConfigsInvoker(listing())
                        .addHeader("X-Auth-Token", "anything")
                        .invoke()
                        .getTotal())
                .isZero();
        LiveClient wrong = sdk.client(sdk.credentials().withSk("wrong"));
        String own = DialectProcess.tokenOf(sdk.account());
        assertThat(refusal(
                                ClientRequestException.class,
                                () -> wrong.listRecordCallbackConfigsInvoker(listing())
                                        .addHeader("X-Auth-Token", own)
                                        .invoke())
                        .getHttpStatusCode())
                .isEqualTo(401);
    }

    /** Its identity provider is played here: it gives the SDK a token that was got before. */
    @Test
    void the_sdk_calls_with_a_token_alone(@TempDir Path folder) throws Exception {
        String token = tokens(accessKey(sdk.keyId(), DialectProcess.SECRET)).header("X-Subject-Token");
        Path idToken = Files.writeString(folder.resolve("id-token"), "id");
        try (var iam = new IdentityProvider(token)) {
            BasicCredentials credentials = new BasicCredentials()
                    .withProjectId(sdk.project())
                    .withIdpId("idp")
                    .withIdTokenFile(idToken.toString())
                    .withIamEndpoint(iam.address());
            assertThat(sdk.client(credentials)
                            .listRecordCallbackConfigs(listing())
                            .getTotal())
                    .isZero();
        }
    }

    @Test
    void with_a_region_and_no_project_the_sdk_finds_the_one_project() {
        String address = sdk.process().address().toString();
        BasicCredentials credentials = new BasicCredentials()
                .withAk(sdk.keyId())
                .withSk(DialectProcess.SECRET)
                .withIamEndpoint(address);
        LiveClient client = LiveClient.newBuilder()
                .withCredential(credentials)
                .withRegion(new Region("cn-north-4", address))
                .build();
        assertThat(client.listRecordCallbackConfigs(listing()).getTotal()).isZero();
        assertThat(credentials.getProjectId()).isEqualTo(sdk.project());
    }

    @Test
    void projects_are_told_to_the_account_alone() throws Exception {
        Reply reply = request("GET", "/v3/projects")
                .query("name=eu-west-1", "name=eu-west-1")
                .send(sdk.keyId(), DialectProcess.SECRET);
        assertThat(reply.json().at("/projects/0/name").asString()).isEqualTo("eu-west-1");
        assertThat(reply.json().at("/projects/0/id").asString()).isEqualTo(sdk.project());
        assertThat(reply.json().get("projects")).hasSize(1);
        assertThat(request("GET", "/v3/projects").send().status()).isEqualTo(401);
    }

    private Reply list(String token) throws Exception {
        return request("GET", callbacks).unsigned("X-Auth-Token", token).send();
    }

    private Reply tokens(String identity) throws Exception {
        return request("POST", "/v3/auth/tokens")
                .json("{\"auth\":{\"identity\":" + identity + ",\"scope\":{\"project\":{\"name\":\"cn-north-4\"}}}}")
                .send();
    }

    private static String password(String name, String password) {
        return "{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"" + name + "\",\"password\":\""
                + password + "\",\"domain\":{\"name\":\"anything\"}}}}";
    }

    private static String accessKey(String key, String secret) {
        return "{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":{\"key\":\"" + key + "\"},\"secret\":{\"key\":\""
                + secret + "\"}}}";
    }

    private SignedRequest request(String method, String path) {
        return new SignedRequest(sdk.process(), method, path);
    }
}
