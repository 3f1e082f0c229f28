package io.curtaincall.dispatch.sending;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.NameLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses a target may be dialled at: its name is resolved once, and every address must pass. */
final class VettedAddresses {
    private static final int MOST_TRIED = 3;

    private final NameLookup names;
    private final EgressPolicy policy;

    VettedAddresses(NameLookup names, EgressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    /** @throws UnsafeAddressException if one of them is refused */
    List<InetAddress> of(Target target, String asker, Duration timeout) throws IOException {
        InetAddress[] found = target.isLiteral()
                ? new InetAddress[] {InetAddress.getByName(target.host())}
                : names.lookUp(target.host(), asker, timeout);
        for (InetAddress address : found) {
            Optional<String> refusal = policy.checkAddress(address, target.port());
            if (refusal.isPresent()) throw new UnsafeAddressException(refusal.get());
        }
        return Stream.of(found).limit(MOST_TRIED).toList();
    }

    /** What is dialled, named with the rule that alone let it pass, if one did, and the way that leads there. */
    Dialled dialled(InetAddress address, int port, String way) {
        String text = address.getHostAddress();
        String shown = (text.indexOf(':') >= 0 ? "[" + text + "]" : text) + ":" + port;
        return policy.allowedByRule(address, port)
                .map(rule -> new Dialled(shown + " (allowed by rule " + rule + ")" + way, rule))
                .orElseGet(() -> new Dialled(shown + way, null));
    }
}
