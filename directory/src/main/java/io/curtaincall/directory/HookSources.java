package io.curtaincall.directory;

import io.curtaincall.events.hook.HookSourceEvent;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.hook.HookSourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The media servers that may report by hook, in memory. */
public final class HookSources {
    private final Map<HookSourceId, HookSourceAdded> byId = new ConcurrentHashMap<>();
    private final Map<String, HookSourceAdded> bySecretHash = new ConcurrentHashMap<>();

    public Optional<HookSourceAdded> byId(HookSourceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The source whose hook URL carries the secret of this hash (lower-case hex SHA-256). */
    public Optional<HookSourceAdded> bySecretHash(String hash) {
        return Optional.ofNullable(bySecretHash.get(hash));
    }

    /** All sources ordered by id. */
    public List<HookSourceAdded> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(source -> source.hookSourceId().value()))
                .toList();
    }

    void apply(HookSourceEvent event) {
        switch (event) {
            case HookSourceAdded added -> {
                byId.put(added.hookSourceId(), added);
                bySecretHash.put(added.secretHash(), added);
            }
            case HookSourceRemoved removed -> {
                HookSourceAdded known = byId.remove(removed.hookSourceId());
                if (known != null) bySecretHash.remove(known.secretHash());
            }
        }
    }
}
