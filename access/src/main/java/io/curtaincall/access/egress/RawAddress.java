package io.curtaincall.access.egress;

import java.math.BigInteger;

/** An IP address as a number of 32 or 128 bits, so that two spellings of one address are equal. */
record RawAddress(BigInteger value, int bits) {
    private static final BigInteger MAPPED_PREFIX = BigInteger.valueOf(0xffff);

    static RawAddress of(byte[] bytes) {
        return new RawAddress(new BigInteger(1, bytes), bytes.length * 8);
    }

    /** An IPv4 address in IPv6 clothes ({@code ::ffff:a.b.c.d}) undressed, any other as it is. */
    RawAddress unmapped() {
        boolean mapped = bits == 128 && value.shiftRight(32).equals(MAPPED_PREFIX);
        return mapped ? new RawAddress(value.and(BigInteger.valueOf(0xffffffffL)), 32) : this;
    }
}
