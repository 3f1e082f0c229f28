package io.curtaincall.bench.overhead;

import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of one domain's records, asked for in two ways. */
final class RecordsOfADomain {
    private static final String DOMAIN = "overhead.example.com";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BATCH = 50;
    private static final int PAGE = 20;

    private final CurtaincallApi api;
    private final URI front;
    private final SignedQuery signer;
    private final Instant from = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    private final Instant to = from.plus(Duration.ofHours(3));

    RecordsOfADomain(Installation installation) {
        Credentials.Account account = installation.credentials().account();
        api = installation.asDemo();
        front = installation.front();
        signer = new SignedQuery(account.accessKeyId(), account.accessKeySecret());
    }

    /** Makes so many records. */
    void fill(int records, CallbackReceiver receiver) {
        api.addConfig(DOMAIN, receiver.url("/overhead")).expect(201);
        for (int made = 0; made < records; made += BATCH) {
            List<ReportedEvent> events = Stream.generate(() -> LiveEvents.fileCompleted(DOMAIN, "live", "camera"))
                    .limit(Math.min(BATCH, records - made))
                    .toList();
            Waiting.until(PATIENCE, () -> isTaken(api.reportBatch(LiveEvents.batch(events))));
        }
        Waiting.until(PATIENCE, () -> own().json().at("/page/total").asInt() >= records ? Boolean.TRUE : null);
    }

    /** Other processes learn of the domain a moment later, and too many reports at once are sent away. */
    private static @Nullable Boolean isTaken(Reply reply) {
        return reply.status() == 202 ? Boolean.TRUE : null;
    }

    /** By our own API, with a bearer token. */
    Reply own() {
        String query = "?domain=" + DOMAIN + "&from=" + from + "&to=" + to + "&pageSize=" + PAGE;
        return api.send(api.request(front, "/v1/callback-records" + query).build())
                .expect(200);
    }

    /** By a dialect, with a signature. */
    Reply signed() {
        Map<String, String> parameters = Map.of(
                "Action",
                "DescribeLiveRecordNotifyRecords",
                "Version",
                "2016-11-01",
                "Format",
                "JSON",
                "DomainName",
                DOMAIN,
                "StartTime",
                from.toString(),
                "EndTime",
                to.toString(),
                "PageSize",
                Integer.toString(PAGE),
                "PageNumber",
                "1");
        URI uri = front.resolve("/?" + signer.of("POST", parameters));
        return api.send(HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.noBody())
                        .build())
                .expect(200);
    }

    /** Both must tell of the same records, or there is nothing to compare. */
    void requireSame() {
        int total = own().json().at("/page/total").asInt();
        int dialects = signed().json().path("TotalNum").asInt();
        if (total != dialects) throw new IllegalStateException(total + " records here, " + dialects + " there");
    }
}
