package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import io.curtaincall.acceptance.huawei.DocumentedRefusal;
import io.curtaincall.acceptance.huawei.DocumentedRefusals;
import io.curtaincall.acceptance.huawei.HuaweiClient;
import io.curtaincall.acceptance.huawei.HuaweiCustomer;
import io.curtaincall.acceptance.huawei.RecordCallbacks;
import io.curtaincall.acceptance.huawei.Refused;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.huawei.IdentityProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the vendor's tables say of bad requests that needs no fault here, by both clients of its SDK. */
@InBothShapes
class HuaweiRefusalsIT {
    /** More than an account may make in a second. */
    private static final int CALLS = 120;

    private static final ListRecordCallbackConfigsRequest ALL = new ListRecordCallbackConfigsRequest();

    private final Installation installation;

    HuaweiRefusalsIT(Shape shape) {
        installation = Installations.of(shape);
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_request_is_refused_as_the_vendors_tables_have_it(HuaweiClient client) {
        HuaweiCustomer customer = newCustomer(client);
        String domain = Scene.freshDomain();
        String theirDomain = Scene.freshDomain();
        DocumentedRefusals documented = new DocumentedRefusals(
                domain, created(customer, domain), theirDomain, created(newCustomer(client), theirDomain));
        SoftAssertions softly = new SoftAssertions();
        for (DocumentedRefusal refusal : documented.all()) {
            softly.assertThat(refusal.by(customer)).as(refusal.toString()).matches(refusal::is);
        }
        softly.assertThat(customer.callbacks().list(ALL).getTotal())
                .as("what was refused has changed nothing")
                .isOne();
        softly.assertAll();
    }

    /** Of an account of its own, once the front knows it. */
    private HuaweiCustomer newCustomer(HuaweiClient client) {
        HuaweiCustomer customer = HuaweiCustomer.of(client, installation.front(), Accounts.open(installation));
        await().atMost(Scene.SOON)
                .ignoreExceptions()
                .until(() -> customer.callbacks().list(ALL).getTotal() == 0);
        return customer;
    }

    private static String created(HuaweiCustomer customer, String domain) {
        return customer.callbacks().create(DocumentedRefusals.body(domain)).getId();
    }

    /** Its identity provider is played here, and gives the SDK no other token than that. */
    @ParameterizedTest
    @EnumSource
    void a_token_that_was_not_issued_here_proves_nothing(HuaweiClient client, @TempDir Path folder) throws Exception {
        Path idToken = Files.writeString(folder.resolve("id-token"), "id");
        try (var iam = new IdentityProvider("MIIabc")) {
            HuaweiCustomer customer = HuaweiCustomer.of(
                    client,
                    installation.front(),
                    () -> new BasicCredentials()
                            .withProjectId(installation.credentials().account().projectId())
                            .withIdpId("idp")
                            .withIdTokenFile(idToken.toString())
                            .withIamEndpoint(iam.address()));
            Refused refused = Refused.of(() -> customer.callbacks().list(ALL));
            assertThat(refused).matches(it -> it.is(401, "APIGW.0301"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_calls_too_often_has_to_wait_and_nobody_else(HuaweiClient client) {
        RecordCallbacks callbacks = newCustomer(client).callbacks();
        RecordCallbacks patient = newCustomer(client).callbacks();
        Refused refused = await().atMost(Scene.SOON)
                .until(() -> refusedOfMany(callbacks), Optional::isPresent)
                .orElseThrow();
        assertThat(refused).matches(it -> it.is(429, "APIGW.0308"));
        assertThat(patient.list(ALL).getTotal()).isZero();
    }

    private static Optional<Refused> refusedOfMany(RecordCallbacks callbacks) throws InterruptedException {
        Callable<Optional<Refused>> call = () -> Refused.ifAny(() -> callbacks.list(ALL));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(CALLS, call)).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }
}
