package io.curtaincall.access.egress;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are ordinary public receivers: IPv4 less every special-purpose block (IANA registry, RFC 6890) and
 * one cloud's wire server; of IPv6 only global unicast less its special blocks, so that new oddities fail closed.
 */
final class AddressRanges {
    private static final List<Cidr> IPV4_REFUSED = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32");
    private static final Cidr IPV6_GLOBAL = Cidr.parse("2000::/3");
    private static final List<Cidr> IPV6_REFUSED =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private AddressRanges() {}

    static boolean isPublic(RawAddress address) {
        if (address.bits() == 32) return IPV4_REFUSED.stream().noneMatch(block -> block.contains(address));
        return IPV6_GLOBAL.contains(address) && IPV6_REFUSED.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Cidr> blocks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
