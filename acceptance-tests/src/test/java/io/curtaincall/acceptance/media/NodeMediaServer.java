package io.curtaincall.acceptance.media;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** node-media-server from npm, found through {@code NODE_MEDIA_SERVER_DIR}; records every stream. */
public final class NodeMediaServer {
    private NodeMediaServer() {}

    public static void require() {
        MediaTools.require(MediaTools.program("node"), "node");
        MediaTools.require(MediaTools.nodeMediaServer(), "node-media-server (NODE_MEDIA_SERVER_DIR)");
        MediaTools.require(MediaTools.program("ffmpeg"), "ffmpeg");
    }

    public static MediaServer start(Path folder, Path recordings, URI hook) {
        int port = MediaTools.freePort();
        ObjectNode settings = new JsonMapper().createObjectNode().put("bind", "127.0.0.1");
        settings.putObject("notify").put("url", hook.toString());
        settings.putObject("store").put("path", folder.resolve("nms-data").toString());
        settings.putObject("auth").put("play", false).put("publish", false);
        settings.putObject("rtmp").put("port", port);
        settings.putObject("http").put("port", MediaTools.freePort());
        settings.putObject("record").put("auto", true).put("path", recordings.toString());
        try {
            Path file = Files.writeString(folder.resolve("nms.json"), settings.toString());
            String node = MediaTools.program("node").orElseThrow().toString();
            String server = MediaTools.nodeMediaServer().orElseThrow().toString();
            return new MediaServer(List.of(node, server, "--no-admin", "-c", file.toString()), folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
