package io.curtaincall.query.replay;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.query.projection.ReadModel;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/admin/replays}: rebuilds read models from events, for the operator. */
@RestController
class ReplaysController {
    private static final String PATH = "/v1/admin/replays";
    private static final String KNOWN =
            Arrays.stream(ReadModel.values()).map(ReadModel::wireName).collect(Collectors.joining(", "));

    private final Replays replays;
    private final ReplayRunner runner;
    private final StoredStreams streams;

    ReplaysController(Replays replays, ReplayRunner runner, StoredStreams streams) {
        this.replays = replays;
        this.runner = runner;
        this.streams = streams;
    }

    record ReplayRequest(@Nullable String projection) {}

    record ReplayList(List<Replay> replays) {}

    @PostMapping(PATH)
    ResponseEntity<Replay> start(@Needs(Right.OPERATE) Caller caller, @RequestBody ReplayRequest request) {
        ReadModel model = Optional.ofNullable(request.projection())
                .flatMap(ReadModel::find)
                .orElseThrow(() -> Invalid.field("/projection", "is not a projection; there are " + KNOWN)
                        .refused());
        Replay replay = replays.ask(model, streams.position())
                .orElseThrow(() -> new Conflict("a replay of " + model.wireName() + " is under way").refused());
        runner.wake();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + replay.id()))
                .body(replay);
    }

    @GetMapping(PATH)
    ReplayList list(@Needs(Right.OVERSEE) Caller caller) {
        return new ReplayList(replays.all());
    }

    @GetMapping(PATH + "/{id}")
    Replay get(@Needs(Right.OVERSEE) Caller caller, @PathVariable String id) {
        return replays.find(id).orElseThrow(() -> new NotFound("replay", id).refused());
    }
}
