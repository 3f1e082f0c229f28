package io.curtaincall.dispatch.hook;

import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.hook.server.HookRequest;
import io.curtaincall.dispatch.hook.server.HookRequest.Proof;
import io.curtaincall.dispatch.hook.server.KnownServers;
import io.curtaincall.dispatch.hook.server.ServerHooks;
import io.curtaincall.dispatch.hook.server.TakenHooks;
import io.curtaincall.dispatch.intake.LimitedBody;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes hooks of media servers. They come once and never again, and some let no encoder in before the answer: so a hook
 * is made durable and answered, and understood later.
 */
@RestController
final class HookController {
    private final KnownServers servers;
    private final Directory directory;
    private final SecretSealer sealer;
    private final HookLog log;

    HookController(KnownServers servers, Directory directory, SecretSealer sealer, HookLog log) {
        this.servers = servers;
        this.directory = directory;
        this.sealer = sealer;
        this.log = log;
    }

    @RequestMapping(
            path = "/hooks/{kind}/{secret}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> take(@PathVariable String kind, @PathVariable String secret, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        ServerHooks server = servers.find(kind).orElseThrow(HookController::notFound);
        if (!server.methods().contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), server.methods());
        }
        HookSourceAdded source = source(server, secret);
        TakenHooks taken = server.take(read(server, request, proof(source)));
        log.keep(source, taken.hooks());
        return ResponseEntity.ok().contentType(taken.type()).body(taken.answer());
    }

    /** Found by its hash, so how long that takes tells nothing about the secret; the answer does not repeat it. */
    private HookSourceAdded source(ServerHooks server, String secret) {
        return directory
                .hookSources()
                .bySecretHash(Hashes.sha256Hex(secret))
                .filter(source -> source.kind() == server.kind())
                .filter(this::isOwners)
                .orElseThrow(HookController::notFound);
    }

    private static RefusedException notFound() {
        return new NotFound("hook source", "with this secret").refused();
    }

    /** A domain may have got another owner since an account added its source. */
    private boolean isOwners(HookSourceAdded source) {
        return source.accountId() == null
                || directory
                        .domains()
                        .ownerOf(source.domain())
                        .map(source.accountId()::equals)
                        .orElse(true);
    }

    private Proof proof(HookSourceAdded source) {
        Credential credential = source.credential();
        return credential == null ? Proof.NONE : new Proof(credential.key(), sealer.open(credential.secret()));
    }

    private static HookRequest read(ServerHooks server, HttpServletRequest request, Proof proof) {
        byte[] body = LimitedBody.read(request, server.mostBytes());
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return new HookRequest(body, query, request::getHeader, proof);
    }
}
