package io.curtaincall.acceptance;

import static io.curtaincall.access.caller.Right.MANAGE_CREDENTIALS;
import static io.curtaincall.access.caller.Right.OPERATE;
import static io.curtaincall.access.caller.Right.OVERSEE;
import static io.curtaincall.access.caller.Right.READ;
import static io.curtaincall.access.caller.Right.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.ApiOperation.Statuses;
import io.curtaincall.access.caller.Right;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every operation of the HTTP API; {@code RightsIT} compares them with what the controllers have. */
final class ApiOperations {
    /** Of a list: everybody sees their own of it. */
    private static final Statuses A_LIST = new Statuses(200, 200, 200);

    /** Of the whole installation: who is limited to domains or is an account lacks the right, whatever is asked for. */
    private static final int NO_MATTER = 0;

    private ApiOperations() {}

    static List<ApiOperation> all() {
        return Stream.of(ofConfigs(), ofHookSources(), ofStreams(), ofCredentials(), ofInstallation())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ApiOperation> ofConfigs() {
        String path = "/v1/notify-configs";
        Function<Installation, URI> at = Installation::config;
        return List.of(
                posting(path, WRITE, new Statuses(201, 403, 403), at, own -> path, OwnThings::config),
                getting(path, READ, A_LIST, at, own -> path),
                getting(path + "/{id}", READ, new Statuses(200, 404, 404), at, OwnThings::freshConfig),
                new ApiOperation(
                        "PUT " + path + "/{id}",
                        WRITE,
                        new Statuses(200, 404, 404),
                        (own, caller) -> caller.request(at.apply(own.installation()), own.freshConfig())
                                .header("Content-Type", "application/json")
                                .header("If-Match", "1")
                                .PUT(BodyPublishers.ofString(own.config().toString()))
                                .build()),
                deleting(path + "/{id}", WRITE, new Statuses(204, 404, 404), OwnThings::freshConfig),
                new ApiOperation(
                        "POST " + path + "/{id}/rotate-key",
                        WRITE,
                        new Statuses(200, 404, 404),
                        (own, caller) -> caller.request(at.apply(own.installation()), own.freshConfig() + "/rotate-key")
                                .header("Content-Type", "application/json")
                                .header("If-Match", "1")
                                .POST(BodyPublishers.ofString("{}"))
                                .build()),
                getting("/v1/domains", READ, A_LIST, at, own -> "/v1/domains"));
    }

    private static List<ApiOperation> ofHookSources() {
        String path = "/v1/hook-sources";
        return List.of(
                posting(
                        path,
                        WRITE,
                        new Statuses(201, 409, 403),
                        Installation::config,
                        own -> path,
                        OwnThings::hookSource),
                getting(path, READ, A_LIST, Installation::config, own -> path),
                deleting(path + "/{id}", WRITE, new Statuses(204, 404, 404), OwnThings::freshHookSource));
    }

    private static List<ApiOperation> ofStreams() {
        String asking = "/v1/on-demand-decisions";
        String records = "/v1/callback-records";
        return List.of(
                new ApiOperation(
                        "POST /v1/live-events",
                        WRITE,
                        new Statuses(202, 403, 403),
                        (own, caller) -> caller.request(own.installation().dispatch(), "/v1/live-events")
                                .header("Content-Type", "application/cloudevents+json")
                                .POST(BodyPublishers.ofString(own.event()))
                                .build()),
                posting(
                        asking,
                        WRITE,
                        new Statuses(200, 403, 403),
                        Installation::dispatch,
                        own -> asking,
                        OwnThings::stream),
                getting(
                        asking + "/{id}",
                        READ,
                        new Statuses(200, 404, 404),
                        Installation::dispatch,
                        own -> asking + "/" + own.decisionId()),
                getting(
                        asking,
                        READ,
                        new Statuses(200, 200, 403),
                        Installation::query,
                        own -> asking + "?domain=" + own.domain()),
                getting(
                        "/v1/callbacks/{id}",
                        READ,
                        new Statuses(200, 404, 404),
                        Installation::query,
                        own -> "/v1/callbacks/" + own.callbackId()),
                getting(
                        records,
                        READ,
                        new Statuses(200, 200, 403),
                        Installation::query,
                        own -> records + "?domain=" + own.domain()));
    }

    private static List<ApiOperation> ofCredentials() {
        return Stream.concat(Stream.of("tokens", "access-keys").flatMap(ApiOperations::ofCredentials), ofIntakeKeys())
                .toList();
    }

    private static Stream<ApiOperation> ofIntakeKeys() {
        String path = "/v1/accounts/{account}/intake-keys";
        Function<Installation, URI> at = Installation::config;
        return Stream.of(
                posting(
                        path,
                        MANAGE_CREDENTIALS,
                        new Statuses(201, 404, NO_MATTER),
                        at,
                        OwnThings::roomForIntakeKeys,
                        own -> OwnThings.object()),
                getting(
                        path,
                        MANAGE_CREDENTIALS,
                        new Statuses(200, 404, NO_MATTER),
                        at,
                        own -> own.account() + "/intake-keys"),
                deleting(
                        path + "/{id}",
                        MANAGE_CREDENTIALS,
                        new Statuses(204, 404, NO_MATTER),
                        OwnThings::freshIntakeKey));
    }

    private static Stream<ApiOperation> ofCredentials(String kind) {
        String path = "/v1/accounts/{account}/{kind:tokens|access-keys}";
        Function<Installation, URI> at = Installation::config;
        Function<OwnThings, String> all = own -> own.account() + "/" + kind;
        return Stream.of(
                posting(path, MANAGE_CREDENTIALS, new Statuses(201, 404, NO_MATTER), at, all, OwnThings::reader),
                getting(path, MANAGE_CREDENTIALS, new Statuses(200, 404, NO_MATTER), at, all),
                deleting(
                        path + "/{id}",
                        MANAGE_CREDENTIALS,
                        new Statuses(204, 404, NO_MATTER),
                        own -> own.freshCredential(kind)),
                posting(
                        path + "/{id}/rotate",
                        MANAGE_CREDENTIALS,
                        new Statuses(201, 404, NO_MATTER),
                        at,
                        own -> own.freshCredential(kind) + "/rotate",
                        own -> OwnThings.object().put("overlap", "0")));
    }

    private static List<ApiOperation> ofInstallation() {
        String tokens = "/v1/operator-tokens";
        String replays = "/v1/admin/replays";
        String retention = "/v1/accounts/{id}/retention";
        Function<Installation, URI> config = Installation::config;
        Function<Installation, URI> query = Installation::query;
        return List.of(
                posting("/v1/accounts", OPERATE, only(201), config, own -> "/v1/accounts", own -> OwnThings.object()),
                getting("/v1/accounts", OVERSEE, only(200), config, own -> "/v1/accounts"),
                getting(retention, OVERSEE, only(200), config, own -> own.account() + "/retention"),
                putting(
                        retention,
                        own -> own.account() + "/retention",
                        own -> OwnThings.object().put("records", "P400D")),
                putting(
                        "/v1/domains/{domain}",
                        own -> "/v1/domains/" + own.domain(),
                        own -> OwnThings.object().put("accountId", own.owner().id())),
                posting(tokens, OPERATE, only(201), config, own -> tokens, OwnThings::reader),
                getting(tokens, OPERATE, only(200), config, own -> tokens),
                deleting(tokens + "/{id}", OPERATE, only(204), OwnThings::freshOperatorToken),
                posting(
                        tokens + "/{id}/rotate",
                        OPERATE,
                        only(201),
                        config,
                        own -> own.freshOperatorToken() + "/rotate",
                        own -> OwnThings.object().put("overlap", "0")),
                // one that does not run: what is asked of here is who may ask
                posting(replays, OPERATE, only(400), query, own -> replays, own -> OwnThings.object()),
                getting(replays, OVERSEE, only(200), query, own -> replays),
                getting("/v1/backlog", READ, A_LIST, Installation::dispatch, own -> "/v1/backlog"),
                getting(replays + "/{id}", OVERSEE, only(404), query, own -> replays + "/none"));
    }

    private static Statuses only(int ok) {
        return new Statuses(ok, NO_MATTER, NO_MATTER);
    }

    private static ApiOperation getting(
            String path,
            Right needs,
            Statuses statuses,
            Function<Installation, URI> at,
            Function<OwnThings, String> asked) {
        return new ApiOperation(
                "GET " + path,
                needs,
                statuses,
                (own, caller) -> caller.request(at.apply(own.installation()), asked.apply(own))
                        .build());
    }

    private static ApiOperation deleting(
            String path, Right needs, Statuses statuses, Function<OwnThings, String> asked) {
        return new ApiOperation(
                "DELETE " + path,
                needs,
                statuses,
                (own, caller) -> caller.request(own.installation().config(), asked.apply(own))
                        .DELETE()
                        .build());
    }

    private static ApiOperation posting(
            String path,
            Right needs,
            Statuses statuses,
            Function<Installation, URI> at,
            Function<OwnThings, String> asked,
            Function<OwnThings, JsonNode> body) {
        return new ApiOperation(
                "POST " + path,
                needs,
                statuses,
                (own, caller) -> caller.post(at.apply(own.installation()), asked.apply(own), body.apply(own)));
    }

    private static ApiOperation putting(
            String path, Function<OwnThings, String> asked, Function<OwnThings, JsonNode> body) {
        return new ApiOperation(
                "PUT " + path,
                OPERATE,
                only(200),
                (own, caller) -> put(caller, own.installation().config(), asked.apply(own), body.apply(own)));
    }

    private static HttpRequest put(CurtaincallApi caller, URI process, String path, JsonNode body) {
        return caller.request(process, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build();
    }
}
