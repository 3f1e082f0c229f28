package io.curtaincall.config.hooksource;

import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.hook.HookKind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a media server calls otherwise than we do.
 *
 * @param domains by its hosts in lower case, null for none
 * @param paths where folders are found here, by its names for them, null for none
 */
record ServerNames(
        @Nullable Map<String, String> domains, @Nullable Map<String, String> paths) {
    static final ServerNames NONE = new ServerNames(null, null);

    private static final String DOMAINS = "domains";
    private static final String PATHS = "paths";
    private static final int MOST = 100;
    private static final TextRule ANY = TextRule.plain(4096);
    private static final TextRule HOST = TextRule.plain(253);

    /**
     * @param folder what the media server's folders are
     * @param place where files may be looked at
     */
    static ServerNames read(RequestFields fields, String kind, TextRule folder, TextRule place) {
        boolean hosts = HookKind.find(kind).map(HookKind::namesHosts).orElse(true);
        if (!hosts && fields.has(DOMAINS)) fields.refuse(DOMAINS, "is for media servers that tell their hosts only");
        Map<String, String> domains =
                read(fields, DOMAINS, HOST, DomainNames::refusal, host -> host.toLowerCase(Locale.ROOT));
        domains.replaceAll((host, domain) -> DomainNames.lowerCase(domain));
        Map<String, String> paths = read(fields, PATHS, folder, place, Function.identity());
        return new ServerNames(domains.isEmpty() ? null : domains, paths.isEmpty() ? null : paths);
    }

    private static Map<String, String> read(
            RequestFields fields, String name, TextRule names, TextRule values, Function<String, String> key) {
        RequestFields within = fields.object(name);
        Map<String, String> read = new TreeMap<>();
        for (String each : within.names()) {
            String value = within.optionalText(each, ANY).orElse("");
            String pointer = RequestFields.escaped(each);
            names.refusal(each).ifPresent(reason -> within.refuse(pointer, "its name " + reason));
            values.refusal(value).ifPresent(reason -> within.refuse(pointer, reason));
            read.put(key.apply(each), value);
        }
        if (read.size() > MOST) fields.refuse(name, "must have at most " + MOST + " entries");
        return read;
    }
}
