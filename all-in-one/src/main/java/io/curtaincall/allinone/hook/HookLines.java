package io.curtaincall.allinone.hook;

import io.curtaincall.events.hook.HookKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What to put into a media server's configuration, from {@code hook-lines/<kind>.txt}. */
public final class HookLines {
    private HookLines() {}

    /**
     * @param url of the hook source, a secret
     * @param recordRoot where the media server records
     * @param key the name of the secret that it signs with
     */
    public static String of(HookKind kind, String url, String recordRoot, String key) {
        return template(kind)
                .replace("{root}", recordRoot)
                .replace("{key}", key)
                .replace("{url}", url);
    }

    private static String template(HookKind kind) {
        String resource = "/hook-lines/" + kind.wireName() + ".txt";
        try (InputStream in = Objects.requireNonNull(HookLines.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
