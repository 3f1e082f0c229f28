package io.curtaincall.access.egress;

import java.util.List;
import java.util.Set;

/** Host names that never name a public receiver (RFC 6761, 6762, 7686, 8375; the clouds' metadata names). */
final class BlockedNames {
    private static final Set<String> NAMES =
            Set.of("metadata.google.internal", "metadata.tencentyun.com", "instance-data.ec2.internal");
    private static final List<String> SUFFIXES = List.of(
            "localhost",
            "local",
            "internal",
            "home.arpa",
            "svc",
            "cluster.local",
            "corp",
            "lan",
            "home",
            "localdomain",
            "onion",
            "test",
            "invalid",
            "example",
            "in-addr.arpa",
            "ip6.arpa",
            "intranet",
            "private");

    private BlockedNames() {}

    static boolean contains(String host) {
        return !host.contains(".")
                || NAMES.contains(host)
                || SUFFIXES.stream().anyMatch(suffix -> host.endsWith("." + suffix));
    }
}
