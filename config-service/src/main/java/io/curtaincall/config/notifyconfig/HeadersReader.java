package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.callback.CallbackEvent.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which headers are to be sent along; from here on their values are sealed. */
@Component
class HeadersReader {
    /** Stands for a value that is not shown, and brings it back as it was. */
    static final String MARK = Request.REDACTED;

    private static final int MOST = 20;
    private static final int MOST_CHARACTERS = 8 * 1024;
    private static final TextRule VALUE = TextRule.matching(
            Pattern.compile("[!-~]([ -~]{0,4094}[!-~])?"),
            "must be 1 to 4096 printable ASCII characters, with no blank at either end");

    private final HeaderNames names;
    private final SecretSealer sealer;

    HeadersReader(HeaderNames names, SecretSealer sealer) {
        this.names = names;
        this.sealer = sealer;
    }

    /** @param seen those that there are, of which a mark stands for the value */
    Map<String, SealedSecret> read(RequestFields fields, Map<String, SealedSecret> seen) {
        RequestFields given = fields.object("headers");
        Map<String, SealedSecret> headers = new HashMap<>();
        Set<String> lower = new HashSet<>();
        int characters = 0;
        for (String name : given.names()) {
            String pointer = RequestFields.escaped(name);
            names.refusal(name).ifPresent(why -> given.refuse(pointer, why));
            if (!lower.add(name.toLowerCase(Locale.ROOT))) given.refuse(pointer, "is there twice");
            SealedSecret value = value(given, name, find(seen, name));
            if (value == null) continue;
            headers.put(name, value);
            characters += name.length() + sealer.open(value).length();
        }
        if (lower.size() > MOST) fields.refuse("headers", "must be at most " + MOST);
        if (characters > MOST_CHARACTERS)
            fields.refuse("headers", "must have at most " + MOST_CHARACTERS + " characters in all");
        return headers;
    }

    private @Nullable SealedSecret value(RequestFields given, String name, @Nullable SealedSecret seen) {
        String text = given.text(
                name,
                value -> value.equals(MARK) && seen == null
                        ? Optional.of("is how a value is told that is not shown, and there is none yet")
                        : VALUE.refusal(value));
        if (text.isEmpty()) return null;
        return text.equals(MARK) ? seen : sealer.seal(text);
    }

    private static @Nullable SealedSecret find(Map<String, SealedSecret> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
