package io.curtaincall.dispatch.hook.session;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.hook.file.Examiner;
import io.curtaincall.dispatch.hook.file.Ffprobe;
import io.curtaincall.dispatch.hook.server.KnownServers;
import io.curtaincall.dispatch.intake.AcceptLiveEvents;
import io.curtaincall.dispatch.intake.CanonicalEvents;
import io.curtaincall.eventstore.MongoEventStore;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what follows the recording sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookProperties.class)
class SessionConfiguration {
    private static final int BATCH = 200;
    private static final int CLAIM_AGAIN_MILLIS = 500;

    @Bean
    SessionStore sessionStore(MongoDatabase database, HookProperties times) {
        return new SessionStore(database, times);
    }

    @Bean
    Sessions sessions(SessionStore store, CanonicalEvents canonical, AcceptLiveEvents acceptLiveEvents, Clock clock) {
        return new Sessions(store, canonical, acceptLiveEvents, clock);
    }

    @Bean
    RecordingSessions recordingSessions(
            KnownServers servers, Sessions sessions, Directory directory, HookProperties times) {
        return new RecordingSessions(servers, new HookFollower(sessions, times), directory);
    }

    @Bean
    DueSessions dueSessions(
            KnownServers servers,
            Sessions sessions,
            HookProperties times,
            RecordRoots ofAccounts,
            Clock clock,
            StoredStreams streams,
            MongoEventStore events,
            ObjectProvider<EventProcessingConfiguration> processing) {
        Examiner examiner = new Examiner(new Ffprobe(times.ffprobe(), times.probeTimeout()));
        SessionWork work = new SessionWork(sessions, new SessionFiles(examiner, ofAccounts, servers), times, clock);
        return new DueSessions(
                sessions.store(), work, new Followed(processing::getObject, streams, events), times, clock);
    }

    @Bean
    HookHealthIndicator hookHealthIndicator(ObjectProvider<EventProcessingConfiguration> processing) {
        return new HookHealthIndicator(processing::getObject);
    }

    /**
     * From the beginning, as news: by default what was stored before the processor first ran would count as a replay, and
     * hooks are followed only once.
     */
    @Bean
    ConfigurerModule recordingSessionsProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessor(
                        RecordingSessions.PROCESSOR,
                        org.axonframework.config.Configuration::eventStore,
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                .andBatchSize(BATCH)
                                .andTokenClaimInterval(CLAIM_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                                .andEventAvailabilityTimeout(20, TimeUnit.MILLISECONDS))
                .registerListenerInvocationErrorHandler(
                        RecordingSessions.PROCESSOR, c -> PropagatingErrorHandler.INSTANCE);
    }
}
