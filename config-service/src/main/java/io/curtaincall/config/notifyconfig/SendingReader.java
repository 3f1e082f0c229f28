package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.Sending;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what callbacks are sent with beside their signature. Who reads a config does not see all of it, so what is left
 * out stays as it is, in configs of every format.
 */
@Component
class SendingReader {
    private final HeadersReader headers;
    private final TlsReader tls;

    SendingReader(HeadersReader headers, TlsReader tls) {
        this.headers = headers;
        this.tls = tls;
    }

    @Nullable
    Sending read(RequestFields fields, AccountId owner, @Nullable Sending seen) {
        Map<String, SealedSecret> known = seen == null ? Map.of() : seen.headers();
        return Sending.of(
                fields.names("headers") ? headers.read(fields, known) : known,
                tls.read(fields, owner, seen == null ? null : seen.tls()));
    }

    /** What only TLS has is of no use without it. */
    static void requireTls(Terms terms, RequestFields fields) {
        boolean speaksTls = terms.url().regionMatches(true, 0, "https:", 0, 6);
        if (terms.sending() != null && terms.sending().tls() != null && !speaksTls) {
            fields.refuse("tls", "needs a url of https");
        }
    }
}
