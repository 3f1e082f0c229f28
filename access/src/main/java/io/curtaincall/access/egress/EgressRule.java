package io.curtaincall.access.egress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the operator allows although the policy refuses it: {@code CIDR[:PORT]}, IPv6 as {@code [CIDR]:PORT}. */
public record EgressRule(String text, Cidr block, @Nullable Integer port) {
    /** @throws IllegalArgumentException with a sentence for the operator */
    public static EgressRule parse(String text) {
        String rule = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (rule.startsWith("[")) {
                int end = rule.indexOf(']');
                String rest = rule.substring(end + 1);
                return new EgressRule(
                        rule, Cidr.parse(rule.substring(1, end)), rest.isEmpty() ? null : port(rest.substring(1)));
            }
            int colon = rule.indexOf(':');
            boolean ipv6 = colon >= 0 && colon != rule.lastIndexOf(':');
            if (colon < 0 || ipv6) return new EgressRule(rule, Cidr.parse(rule), null);
            return new EgressRule(rule, Cidr.parse(rule.substring(0, colon)), port(rule.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "not a rule of the form CIDR[:PORT], such as 127.0.0.0/8 or 10.1.2.3/32:8080: " + text, e);
        }
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) throw new IllegalArgumentException("no such port: " + digits);
        return port;
    }

    boolean covers(RawAddress address, int toPort) {
        return (port == null || port == toPort) && block.contains(address);
    }
}
