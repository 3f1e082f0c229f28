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
    load_module %s;
    %s
    worker_processes 1;
    daemon off;
    pid %s/nginx.pid;
    error_log %s/nginx-error.log notice;
    events { worker_connections 256; }
    rtmp {
      server {
        listen 127.0.0.1:%d;
        notify_method post;
        netcall_timeout 5s;
        application live {
            live on;
            record all;
            record_path %s;
            record_unique on;
            on_record_done %s;
            %s
        }
        application seg {
            live on;
            recorder whole {
                record all;
                record_path %s;
                record_suffix -%%Y%%m%%d-%%H%%M%%S.flv;
                record_interval 2s;
                on_record_done %s;
            }
            %s
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
        String hooks = """
                on_publish %1$s;
                        on_publish_done %1$s;
                """.formatted(hook);
        return CONFIGURATION.formatted(
                MediaTools.rtmpModule().orElseThrow(),
                runsAsRoot() ? "user root;" : "",
                folder,
                folder,
                port,
                recordings,
                hook,
                hooks,
                recordings,
                hook,
                hooks);
    }

    /** A worker of another user could not reach the build's folder everywhere. */
    private static boolean runsAsRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
