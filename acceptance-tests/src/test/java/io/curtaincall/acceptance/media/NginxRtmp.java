package io.curtaincall.acceptance.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with its RTMP module: application {@code live} writes one file a session, {@code seg} one every 2 seconds. */
public final class NginxRtmp {
    private static final String CONFIGURATION = """
    load_module {module};
    {user}
    worker_processes 1;
    daemon off;
    pid {folder}/nginx.pid;
    error_log {folder}/nginx-error.log notice;
    events { worker_connections 256; }
    rtmp {
      server {
        listen 127.0.0.1:{port};
        notify_method post;
        netcall_timeout 5s;
        application live {
            live on;
            record all;
            record_path {recordings};
            record_unique on;
            on_record_done {hook};
            {hooks}
        }
        application seg {
            live on;
            recorder whole {
                record all;
                record_path {recordings};
                record_suffix -%Y%m%d-%H%M%S.flv;
                record_interval 2s;
                on_record_done {hook};
            }
            {hooks}
        }
      }
    }
    """;

    private NginxRtmp() {}

    public static void require() {
        MediaTools.require(MediaTools.program("nginx"), "nginx");
        MediaTools.require(MediaTools.rtmpModule(), "nginx's RTMP module");
        MediaTools.require(MediaTools.program("ffmpeg"), "ffmpeg");
    }

    /** @param recordings where its worker, which may be another user, writes */
    public static MediaServer start(Path folder, Path recordings, URI hook) {
        try {
            int port = MediaTools.freePort();
            Path file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, recordings, hook, port));
            String nginx = MediaTools.program("nginx").orElseThrow().toString();
            return new MediaServer(
                    List.of(
                            nginx,
                            "-p",
                            folder.toString(),
                            "-e",
                            folder.resolve("nginx-error.log").toString(),
                            "-c",
                            file.toString()),
                    folder,
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path folder, Path recordings, URI hook, int port) {
        return CONFIGURATION
                .replace("{hooks}", "on_publish {hook};\n            on_publish_done {hook};")
                .replace("{hook}", hook.toString())
                .replace("{module}", MediaTools.rtmpModule().orElseThrow().toString())
                .replace("{user}", runsAsRoot() ? "user root;" : "")
                .replace("{folder}", folder.toString())
                .replace("{recordings}", recordings.toString())
                .replace("{port}", Integer.toString(port));
    }

    /** A worker of another user could not reach the build's folder everywhere. */
    private static boolean runsAsRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
