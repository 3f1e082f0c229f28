package io.curtaincall.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbackReceiverIT {
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        receiver.close();
        client.close();
    }

    @Test
    void a_request_is_remembered_as_it_came() throws Exception {
        assertThat(post("/hook?a=b", "{\"näme\":1}").statusCode()).isEqualTo(200);

        assertThat(receiver.requestsTo("/hook")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/hook?a=b");
            assertThat(request.text()).isEqualTo("{\"näme\":1}");
            assertThat(request.header("x-planted")).isEqualTo("yes");
        });
    }

    @Test
    void a_chunked_body_is_put_together() throws Exception {
        var publisher = HttpRequest.BodyPublishers.ofByteArrays(List.of("one ".getBytes(UTF_8), "two".getBytes(UTF_8)));
        client.send(request("/hook").POST(publisher).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(r -> assertThat(r.text()).isEqualTo("one two"));
    }

    @Test
    void a_path_can_fail_twice_and_then_accept() throws Exception {
        receiver.on("/hook", Script.failing(2, Answer.status(503)));

        assertThat(List.of(status("/hook"), status("/hook"), status("/hook"))).containsExactly(503, 503, 200);
        assertThat(receiver.count("/hook")).isEqualTo(3);
    }

    @Test
    void a_reset_reaches_the_sender_as_a_failure() {
        receiver.on("/hook", Answer.reset());

        assertThatThrownBy(() -> post("/hook", "x")).isInstanceOf(IOException.class);
    }

    @Test
    void a_hanging_path_never_answers() {
        receiver.on("/hook", Answer.hang());

        assertThatThrownBy(() -> post("/hook", "x")).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_dripping_body_arrives_whole_in_the_end() throws Exception {
        receiver.on("/hook", new Answer.Drip(200, 5, Duration.ofMillis(5)));

        assertThat(post("/hook", "x").body()).isEqualTo(".....");
    }

    @Test
    void a_receiver_goes_down_and_comes_up_on_the_same_port() throws Exception {
        receiver.goDown();
        assertThatThrownBy(() -> post("/hook", "x")).isInstanceOf(ConnectException.class);

        receiver.comeUp();
        assertThat(status("/hook")).isEqualTo(200);
    }

    @Test
    void a_port_is_given_to_nobody_else_while_its_receiver_is_down() throws Exception {
        receiver.goDown();
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port());
            assertThatThrownBy(() -> other.bind(address)).isInstanceOf(BindException.class);
        }

        receiver.comeUp();
        assertThat(status("/hook")).isEqualTo(200);
    }

    private int status(String path) throws Exception {
        return post(path, "x").statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofString(body);
        return client.send(request(path).POST(publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(receiver.url(path)))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(2))
                .header("X-Planted", "yes");
    }
}
