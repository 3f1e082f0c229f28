package io.curtaincall.access.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where callbacks may go: the same class judges a URL when it is saved and each address when it is dialled. Public
 * addresses only, plus what the operator allows by {@link EgressRule}.
 */
public final class EgressPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(EgressPolicy.class);

    private final List<EgressRule> rules;
    private final NameResolver resolver;

    /** @param resolver has a deadline of its own, as {@link NameLookup#within} gives one */
    public EgressPolicy(List<EgressRule> rules, NameResolver resolver) {
        this.rules = List.copyOf(rules);
        this.resolver = resolver;
    }

    public List<EgressRule> rules() {
        return rules;
    }

    /**
     * Judges a URL by its syntax, its literal address or, when DNS answers, the addresses of its name. A name that does
     * not resolve now, or not in time, passes: every attempt resolves again.
     *
     * @return empty if it may be saved
     */
    public Optional<Refusal> checkUrl(String url) {
        CallbackUrl parsed;
        try {
            parsed = CallbackUrl.parse(url);
        } catch (MalformedUrlRefusal e) {
            return Optional.of(Refusal.malformed(String.valueOf(e.getMessage())));
        }
        if (BlockedPorts.contains(parsed.port())) {
            return Optional.of(Refusal.unsafe("port " + parsed.port() + " belongs to another protocol"));
        }
        RawAddress literal = parsed.literal();
        return (literal == null ? checkName(parsed) : checkSaved(literal, parsed.port(), parsed.host()))
                .map(Refusal::unsafe);
    }

    /** Each use of a rule is on record: at an attempt in that of the attempt, here in the log. */
    private Optional<String> checkSaved(RawAddress address, int port, String shown) {
        Optional<String> refusal = check(address, port, shown);
        if (refusal.isEmpty() && !AddressRanges.isPublic(address)) {
            rule(address, port)
                    .ifPresent(rule -> LOG.info(
                            "{}, port {}, may be in the URL of a notify config (allowed by rule {})",
                            shown,
                            port,
                            rule.text()));
        }
        return refusal;
    }

    /** @return empty if the address may be dialled, else why not */
    public Optional<String> checkAddress(InetAddress address, int port) {
        return check(RawAddress.of(address.getAddress()), port, address.getHostAddress());
    }

    /** The operator's rule that alone lets the address pass, if it is not public anyway. */
    public Optional<String> allowedByRule(InetAddress address, int port) {
        RawAddress raw = RawAddress.of(address.getAddress());
        return AddressRanges.isPublic(raw) ? Optional.empty() : rule(raw, port).map(EgressRule::text);
    }

    private Optional<String> checkName(CallbackUrl url) {
        boolean blocked = BlockedNames.contains(url.host());
        InetAddress @Nullable [] addresses = resolve(url.host());
        if (addresses == null) {
            return blocked ? Optional.of(url.host() + " is not a public host name") : Optional.empty();
        }
        if (blocked
                && !Arrays.stream(addresses)
                        .allMatch(a ->
                                rule(RawAddress.of(a.getAddress()), url.port()).isPresent())) {
            return Optional.of(url.host() + " is not a public host name");
        }
        return Arrays.stream(addresses)
                .flatMap(address ->
                        checkSaved(RawAddress.of(address.getAddress()), url.port(), address.getHostAddress()).stream())
                .findFirst();
    }

    private InetAddress @Nullable [] resolve(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private Optional<String> check(RawAddress address, int port, String shown) {
        if (AddressRanges.isPublic(address) || rule(address, port).isPresent()) return Optional.empty();
        return Optional.of(shown + " is not a public address; the operator can allow it with --allow-egress");
    }

    private Optional<EgressRule> rule(RawAddress address, int port) {
        RawAddress unmapped = address.unmapped();
        return rules.stream().filter(rule -> rule.covers(unmapped, port)).findFirst();
    }
}
