package io.curtaincall.config.notifyconfig;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.Page;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.Versions;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/notify-configs}: an account says who is called for what. */
@RestController
@RequestMapping(NotifyConfigController.PATH)
class NotifyConfigController {
    static final String PATH = "/v1/notify-configs";

    private final ConfigCommands commands;
    private final NotifyConfigRequests requests;
    private final KeyRotations rotations;
    private final VisibleNotifyConfigs configs;
    private final Clock clock;

    NotifyConfigController(
            ConfigCommands commands,
            NotifyConfigRequests requests,
            KeyRotations rotations,
            VisibleNotifyConfigs configs,
            Clock clock) {
        this.commands = commands;
        this.requests = requests;
        this.rotations = rotations;
        this.configs = configs;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<NotifyConfigView> add(@Needs(Right.WRITE) Caller caller, RequestFields fields) {
        var addition = requests.addition(caller, fields);
        NotifyConfigVersion added =
                commands.send(addition.command(), addition.command().configId().value(), NotifyConfigVersion.class);
        return ResponseEntity.created(URI.create(PATH + "/" + added.configId()))
                .eTag(Versions.eTag(added.version()))
                .body(NotifyConfigView.ofNew(added, addition.secret(), clock.instant()));
    }

    @GetMapping
    NotifyConfigPage list(
            @Needs(Right.READ) Caller caller,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(defaultValue = "100") int pageSize,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = Page.of(
                configs.all(caller, accountId), config -> config.configId().value(), pageSize, cursor);
        List<NotifyConfigView> rows = page.rows().stream().map(this::view).toList();
        return new NotifyConfigPage(rows, page.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<NotifyConfigView> get(@Needs(Right.READ) Caller caller, @PathVariable String id) {
        return answer(configs.byId(caller, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<NotifyConfigView> change(
            @Needs(Right.WRITE) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestFields fields) {
        long expected = Versions.required(ifMatch);
        ChangeNotifyConfig command = requests.change(caller, seen(caller, id, expected), expected, fields);
        return answer(commands.send(command, id, NotifyConfigVersion.class));
    }

    /** What a change leaves out stays as it is in the version it names, which this process may not know yet. */
    private NotifyConfigVersion seen(Caller caller, String id, long expected) {
        NotifyConfigVersion seen = configs.byId(caller, id);
        if (seen.version() >= expected) return seen;
        commands.awaitNewest();
        return configs.byId(caller, id);
    }

    /** Answered with the new secret, which is shown only this once. */
    @PostMapping("/{id}/rotate-key")
    ResponseEntity<NotifyConfigView> rotateKey(
            @Needs(Right.WRITE) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            RequestFields fields) {
        long expected = Versions.required(ifMatch);
        var rotation = rotations.read(seen(caller, id, expected), expected, fields);
        NotifyConfigVersion rotated = commands.send(rotation.command(), id, NotifyConfigVersion.class);
        return ResponseEntity.ok()
                .eTag(Versions.eTag(rotated.version()))
                .body(NotifyConfigView.ofNew(rotated, rotation.secret(), clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @Needs(Right.WRITE) Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        NotifyConfigVersion seen = configs.byId(caller, id);
        Long expected = Versions.optional(ifMatch).orElse(null);
        commands.send(new RemoveNotifyConfig(seen.configId(), expected), id);
    }

    private ResponseEntity<NotifyConfigView> answer(NotifyConfigVersion config) {
        return ResponseEntity.ok().eTag(Versions.eTag(config.version())).body(view(config));
    }

    private NotifyConfigView view(NotifyConfigVersion config) {
        return NotifyConfigView.of(config, configs.disabled(config), clock.instant());
    }

    @JsonPropertyOrder({"notifyConfigs", "page"})
    record NotifyConfigPage(List<NotifyConfigView> notifyConfigs, Page.Position page) {}
}
