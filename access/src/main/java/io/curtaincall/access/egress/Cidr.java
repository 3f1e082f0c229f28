package io.curtaincall.access.egress;

/** A block of addresses of one family. */
record Cidr(RawAddress network, int prefix) {
    /** @throws IllegalArgumentException if it is not {@code address/bits} or a bare address */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        RawAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int prefix = slash < 0 ? network.bits() : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > network.bits()) throw new IllegalArgumentException("no such prefix: " + text);
        return new Cidr(network, prefix);
    }

    private static RawAddress literal(String address) {
        try {
            return address.contains(":") ? AddressLiterals.ipv6(address) : AddressLiterals.ipv4(address);
        } catch (MalformedUrlRefusal e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }

    boolean contains(RawAddress address) {
        return address.bits() == network.bits()
                && address.value()
                                .xor(network.value())
                                .shiftRight(network.bits() - prefix)
                                .signum()
                        == 0;
    }
}
