package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.acceptance.huawei.HuaweiClient;
import io.curtaincall.acceptance.huawei.HuaweiCustomer;
import io.curtaincall.acceptance.volcengine.Refused;
import io.curtaincall.acceptance.volcengine.VolcengineClient;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A domain that has as many notify configs as it may, most of them of our own API. */
@InBothShapes
class FullDomainIT {
    private static final int MOST = 100;

    private final DialectsScene dialects;
    private final AlibabaScene scene;

    FullDomainIT(Shape shape) {
        dialects = new DialectsScene(shape);
        scene = dialects.scene();
    }

    @BeforeEach
    void fill() {
        dialects.huawei().createRecordCallbackConfig(dialects.huaweiConfig(scene.domain()));
        for (int i = 1; i < MOST; i++) {
            scene.controlPlane()
                    .addConfig(scene.domain(), scene.receiver().url("/own"))
                    .expect(201);
        }
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void one_config_more_is_refused_in_each_vendors_words() {
        for (HuaweiClient client : HuaweiClient.values()) {
            var callbacks = customer(client).callbacks();
            var full = dialects.huaweiConfig(scene.domain()).getBody().withApp("another");
            assertThat(io.curtaincall.acceptance.huawei.Refused.of(() -> callbacks.create(full)))
                    .matches(refused -> refused.is(400, "LIVE.103011020"));
            var twice = dialects.huaweiConfig(scene.domain()).getBody();
            assertThat(io.curtaincall.acceptance.huawei.Refused.of(() -> callbacks.create(twice)))
                    .as("a second one is still told from one too many")
                    .matches(refused -> refused.is(400, "LIVE.103011018"));
        }
        for (VolcengineClient client : VolcengineClient.values()) {
            Refused refused = Refused.whenever(() -> client.call(dialects.volcengine(), "UpdateCallback", config()));
            assertThat(refused).matches(it -> it.is(400, 0, "InvalidParam"));
            assertThat(refused.message())
                    .isEqualTo("Vhost or Domain is full: " + scene.domain() + " has " + MOST
                            + " notify configs, and may have no more");
        }
    }

    private HuaweiCustomer customer(HuaweiClient client) {
        Installation installation = scene.installation();
        return HuaweiCustomer.of(
                client, installation.front(), installation.credentials().account());
    }

    private Map<String, Object> config() {
        return Map.of(
                "Domain",
                scene.domain(),
                "MessageType",
                "record",
                "CallbackDetailList",
                List.of(Map.of("CallbackType", "http", "URL", "http://8.8.8.8/cb")));
    }
}
