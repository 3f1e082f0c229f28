package io.curtaincall.config.hooksource;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.recordroot.RecordRoots;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.command.ConfigCommands;
import io.curtaincall.config.request.Page;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /v1/hook-sources}: the media servers that may report by their own hooks. */
@RestController
@RequestMapping("/v1/hook-sources")
class HookSourceController {
    private final ConfigCommands commands;
    private final FreshSecrets fresh;
    private final Directory directory;
    private final SecretSealer sealer;
    private final RecordRoots ofAccounts;
    private final String hooksAddress;

    /** @param hooksAddress where media servers reach {@code /hooks}; where this request came to if it is empty */
    HookSourceController(
            ConfigCommands commands,
            FreshSecrets fresh,
            Directory directory,
            SecretSealer sealer,
            RecordRoots ofAccounts,
            @Value("${curtaincall.hooks.base-url:}") String hooksAddress) {
        this.commands = commands;
        this.fresh = fresh;
        this.directory = directory;
        this.sealer = sealer;
        this.ofAccounts = ofAccounts;
        this.hooksAddress = hooksAddress;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewHookSourceView add(@Needs(Right.WRITE) Caller caller, RequestFields fields) {
        String secret = fresh.token("");
        AddHookSource command =
                HookSourceRequest.read(caller, fields, ofAccounts).command(secret, fresh, sealer);
        commands.send(command, command.hookSourceId().value());
        return NewHookSourceView.of(command, secret, hooksAddress());
    }

    private UriComponentsBuilder hooksAddress() {
        return hooksAddress.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUriString(hooksAddress);
    }

    @GetMapping
    HookSourcePage list(
            @Needs(Right.READ) Caller caller,
            @RequestParam(defaultValue = "100") int pageSize,
            @RequestParam(required = false) @Nullable String cursor) {
        List<HookSourceView> all = directory.hookSources().all().stream()
                .filter(source -> sees(caller, source))
                .map(HookSourceView::of)
                .toList();
        Page<HookSourceView> page = Page.of(all, HookSourceView::id, pageSize, cursor);
        return new HookSourcePage(page.rows(), page.position());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Needs(Right.WRITE) Caller caller, @PathVariable String id) {
        HookSourceAdded source = Optional.of(id)
                .filter(text -> !text.isBlank())
                .map(HookSourceId::new)
                .flatMap(directory.hookSources()::byId)
                .filter(found -> sees(caller, found))
                .orElseThrow(() -> new NotFound("hook source", id).refused());
        commands.send(new RemoveHookSource(source.hookSourceId()), id);
    }

    private static boolean sees(Caller caller, HookSourceAdded source) {
        return source.allDomains().stream().allMatch(domain -> caller.sees(source.accountId(), domain));
    }

    @JsonPropertyOrder({"hookSources", "page"})
    record HookSourcePage(List<HookSourceView> hookSources, Page.Position page) {}
}
