package io.curtaincall.dispatch.hook;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.intake.LimitedBody;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes hooks of media servers. They come once and never again, and some let no encoder in before the answer: so a hook
 * is made durable and answered, and understood later.
 */
@RestController
final class HookController {
    private static final int MOST_BYTES = 64 * 1024;

    private final Directory directory;
    private final HookLog log;
    private final Clock clock;

    HookController(Directory directory, HookLog log, Clock clock) {
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping("/hooks/nginx-rtmp/{secret}")
    ResponseEntity<String> nginxRtmp(@PathVariable String secret, HttpServletRequest request) throws IOException {
        HookSourceAdded source = source(HookKind.NGINX_RTMP, secret);
        return keep(source, NginxRtmpForm.parse(LimitedBody.read(request, MOST_BYTES)));
    }

    @PostMapping("/hooks/node-media-server/{secret}")
    ResponseEntity<String> nodeMediaServer(@PathVariable String secret, HttpServletRequest request) throws IOException {
        HookSourceAdded source = source(HookKind.NODE_MEDIA_SERVER, secret);
        return keep(source, NodeMediaServerJson.parse(LimitedBody.read(request, MOST_BYTES)));
    }

    /** Found by its hash, so how long that takes tells nothing about the secret; the answer does not repeat it. */
    private HookSourceAdded source(HookKind kind, String secret) {
        return directory
                .hookSources()
                .bySecretHash(Hashes.sha256Hex(secret))
                .filter(source -> source.kind() == kind)
                .orElseThrow(() -> new NotFound("hook source", "with this secret").refused());
    }

    /** Exactly 200, which is what every one of them takes for yes. */
    private ResponseEntity<String> keep(HookSourceAdded source, HookCall call) {
        log.keep(new HookReceived(source.hookSourceId(), source.kind(), call.call(), call.fields(), clock.instant()));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok");
    }
}
