package io.curtaincall.dispatch.hook.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.session.RawRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookFormsTest {
    @Test
    void the_first_value_wins_over_what_the_publisher_appended() {
        HookCall call = NginxRtmpHooks.read(body("nginx-rtmp/edge-arginjection-record_done.raw"));
        assertThat(call.call()).isEqualTo("record_done");
        assertThat(call.fields())
                .isEqualTo(Map.of(
                        "app",
                        "live",
                        "clientid",
                        "37",
                        "name",
                        "victim",
                        "recorder",
                        "",
                        "path",
                        "/srv/media/rec/victim-1795293025.flv"));
    }

    @Test
    void a_field_the_server_does_not_send_with_a_call_is_the_publishers_and_dropped() {
        HookCall call = NginxRtmpHooks.read(body("nginx-rtmp/edge-arginjection-publish.raw"));
        assertThat(call.call()).isEqualTo("publish");
        assertThat(call.fields()).isEqualTo(Map.of("app", "live", "clientid", "37", "name", "victim", "type", "live"));
    }

    @Test
    void names_are_decoded_once_and_a_name_encoded_twice_keeps_one_encoding() {
        HookCall call = NginxRtmpHooks.read(body("nginx-rtmp/edge-unicode-record_done.raw"));
        assertThat(call.fields())
                .containsEntry("name", "直播")
                .containsEntry("path", "/srv/media/rec/%E7%9B%B4%E6%92%AD-1795292957.flv");
    }

    @Test
    void what_is_not_utf_8_is_replaced_and_a_plus_is_a_plus() {
        HookCall call = NginxRtmpHooks.read("app=a+b&name=x%FFy%zz&call=publish".getBytes(StandardCharsets.US_ASCII));
        assertThat(call.fields()).containsEntry("app", "a+b").containsEntry("name", "x\ufffdy%zz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx-rtmp/live-1-publish.raw",
                "nginx-rtmp/live-2-publish_done.raw",
                "nginx-rtmp/live-3-record_done.raw",
                "nginx-rtmp/edge-tcurl-query-publish.raw",
                "nginx-rtmp/edge-tcurl-query-record_done.raw",
                "nginx-rtmp/seg-0-update_publish.raw",
                "nginx-rtmp/dup-1-publish-first.raw"
            })
    void no_token_or_argument_of_the_publisher_is_kept(String fixture) {
        assertThat(NginxRtmpHooks.read(body(fixture)).toString())
                .doesNotContain("SECRET123", "TC1", "expires", "sign", "who", "Lavf", "rtmp://", "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&&&", "name", "a=b", "call=", "=publish"})
    void what_is_no_hook_is_kept_as_unreadable(String form) {
        assertThat(NginxRtmpHooks.read(form.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(HookCall.unreadable());
    }

    @Test
    void node_media_servers_hooks_lose_the_query_and_the_address() throws IOException {
        HookCall call = NodeMediaServerHooks.read(body("node-media-server/4-donePublish.raw"));
        assertThat(call.call()).isEqualTo("donePublish");
        assertThat(call.fields())
                .isEqualTo(Map.of(
                        "id", "mwqv6ua5g7kfkn65",
                        "app", "live",
                        "name", "demo",
                        "protocol", "rtmp",
                        "createtime", "1795293152719",
                        "endtime", "1795293162918",
                        "inbytes", "355893",
                        "outbytes", "0",
                        "filePath", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"action\":null}", "hello"})
    void what_is_no_json_hook_is_kept_as_unreadable(String body) throws IOException {
        assertThat(NodeMediaServerHooks.read(body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(HookCall.unreadable());
    }

    private static byte[] body(String fixture) {
        String raw = new String(RawRequests.of(fixture, "/"), StandardCharsets.ISO_8859_1);
        return raw.substring(raw.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }
}
