package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.take;
import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import java.net.InetSocketAddress;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection breaks after the server has done what it was asked and before it could say so. */
class LostReplyIT extends EventStoreContract {

    LostReplyIT(MongoUnderTest server) {
        super(server);
    }

    @ParameterizedTest
    @CsvSource({"insert, 1", "insert, 3", "findAndModify, 1", "findAndModify, 2"})
    void an_append_whose_reply_is_lost_is_stored_once(String request, int cuts) throws Exception {
        CuttingProxy proxy = opening(proxyFor(request));
        OneProcess process = opening(new OneProcess(through(proxy).getDatabase(database.getName())));
        process.append("a", 0, new Happened("before"));

        proxy.cutNext(cuts);
        process.append("a", 1, new Happened("lost 1"), new Happened("lost 2"));
        process.append("a", 3, new Happened("after"));

        assertThat(proxy.cutsLeft()).isZero();
        for (OneProcess reader : List.of(process, aProcess())) {
            try (var stream = reader.store.openStream(null)) { // a lost reply of the counter leaves a gap to wait for
                assertThat(whats(take(stream, 4))).containsExactly("before", "lost 1", "lost 2", "after");
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_conflict_whose_reply_is_lost_is_still_a_conflict(int cuts) throws Exception {
        CuttingProxy proxy = opening(proxyFor("insert"));
        OneProcess process = opening(new OneProcess(through(proxy).getDatabase(database.getName())));
        process.append("a", 0, new Happened("first"));

        proxy.cutNext(cuts);
        assertThatThrownBy(() -> process.append("a", 0, new Happened("second")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(whats(process.all())).containsExactly("first");
    }

    private CuttingProxy proxyFor(String request) throws Exception {
        ServerAddress address =
                new ServerAddress(new ConnectionString(server.uri()).getHosts().getFirst());
        return new CuttingProxy(new InetSocketAddress(address.getHost(), address.getPort()), request);
    }

    private MongoClient through(CuttingProxy proxy) {
        return opening(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .retryWrites(false)
                .retryReads(false)
                .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                        .hosts(List.of(new ServerAddress("127.0.0.1", proxy.port()))))
                .build()));
    }
}
