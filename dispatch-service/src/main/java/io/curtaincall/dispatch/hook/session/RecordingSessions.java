package io.curtaincall.dispatch.hook.session;

import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.hook.server.KnownServers;
import io.curtaincall.dispatch.hook.server.Meaning;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the hooks in the order they were stored. A hook that comes again after a crash changes nothing. */
@ProcessingGroup(RecordingSessions.PROCESSOR)
@DisallowReplay
class RecordingSessions {
    static final String PROCESSOR = "dispatch.recording-sessions";
    private static final Logger log = LoggerFactory.getLogger(RecordingSessions.class);
    private static final Duration DIRECTORY_LAG = Duration.ofSeconds(5);

    private final KnownServers servers;
    private final HookFollower follower;
    private final Directory directory;

    RecordingSessions(KnownServers servers, HookFollower follower, Directory directory) {
        this.servers = servers;
        this.follower = follower;
        this.directory = directory;
    }

    @EventHandler
    void on(HookReceived received, TrackingToken token) throws InterruptedException {
        long position = token.position().orElseThrow();
        directory.awaitPosition(position, DIRECTORY_LAG);
        directory
                .hookSources()
                .byId(received.hookSourceId())
                .ifPresentOrElse(
                        source -> follow(received, source, position),
                        () -> log.info("hook of source {}, which is removed", received.hookSourceId()));
    }

    private void follow(HookReceived received, HookSourceAdded source, long position) {
        Optional<Meaning> meaning = servers.find(received.kind()).flatMap(server -> server.meaning(received, source));
        Optional<String> domain =
                meaning.map(told -> source.domainOf(told.host())).filter(name -> isOwners(source, name));
        Optional<Hook> hook = meaning.flatMap(told -> Hook.of(told, received.receivedAt(), position));
        if (hook.isPresent() && domain.isPresent()) {
            Origin origin = Origin.of(source, domain.get(), hook.get().app(), hook.get().stream());
            follower.follow(origin, hook.get());
        } else {
            log.debug("hook {} of source {} is kept and not followed", received.call(), received.hookSourceId());
        }
    }

    /** The domain of one of its hosts may have got another owner. */
    private boolean isOwners(HookSourceAdded source, String domain) {
        AccountId account = source.accountId();
        return account == null
                || domain.equals(source.domain())
                || directory.domains().ownerOf(domain).map(account::equals).orElse(true);
    }
}
