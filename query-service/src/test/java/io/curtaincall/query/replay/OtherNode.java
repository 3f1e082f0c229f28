package io.curtaincall.query.replay;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.query.RunningQueryService;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.support.GenericApplicationContext;

/** A second query service in this JVM that claims segments under a name of its own, as another process would. */
final class OtherNode {
    private OtherNode() {}

    static RunningQueryService on(EmbeddedMongo store) {
        return RunningQueryService.on(
                store,
                context -> context.registerBean(
                        "otherTokens", TokenStore.class, () -> tokens(context), bean -> bean.setPrimary(true)));
    }

    private static TokenStore tokens(GenericApplicationContext context) {
        return MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(context.getBean(MongoDatabase.class))
                        .trackingTokensCollectionName("tokens")
                        .build())
                .serializer(context.getBean(Serializer.class))
                .nodeId("other-node")
                .ensureIndexes(false)
                .build();
    }
}
