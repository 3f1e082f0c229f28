package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No process parses a body that no handler has asked for. */
@InBothShapes
class FormsIT {
    private final Installation installation;

    FormsIT(Shape shape) {
        installation = Installations.of(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void a_multipart_body_is_the_callers_fault_wherever_it_is_sent(String type) {
        CurtaincallApi demo = installation.asDemo();
        List<HttpRequest.Builder> requests = List.of(
                demo.request(installation.config(), "/v1/notify-configs"),
                demo.request(installation.dispatch(), "/v1/live-events"),
                demo.request(installation.query(), "/v1/callback-records"),
                demo.request(installation.front(), "/v1/p-1/record/callbacks"));
        for (HttpRequest.Builder request : requests) {
            HttpRequest sent = request.header("Content-Type", type)
                    .POST(BodyPublishers.ofString("a=b"))
                    .build();
            assertThat(demo.send(sent).status()).as(sent.toString()).isBetween(400, 499);
        }
    }
}
