package io.curtaincall.access.egress;

import java.util.regex.Pattern;

/** Reads addresses in their one canonical dotted-quad form and in strict IPv6 form without zone (RFC 4291 2.2). */
final class AddressLiterals {
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");

    private AddressLiterals() {}

    static RawAddress ipv4(String text) {
        return RawAddress.of(quad(text));
    }

    private static byte[] quad(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) throw new MalformedUrlRefusal("has an IPv4 address that is not a dotted quad");
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!OCTET.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                throw new MalformedUrlRefusal("has an IPv4 address that is not a canonical dotted quad");
            }
            address[i] = (byte) Integer.parseInt(parts[i]);
        }
        return address;
    }

    static RawAddress ipv6(String text) {
        return RawAddress.of(groups(text));
    }

    private static byte[] groups(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) throw notIpv6();
        byte[] address = new byte[16];
        if (gap < 0) {
            if (fill(address, 0, text) != 16) throw notIpv6();
            return address;
        }
        byte[] tail = new byte[16];
        if (text.substring(0, gap).contains(".")) throw notIpv6();
        int head = fill(address, 0, text.substring(0, gap));
        int length = fill(tail, 0, text.substring(gap + 2));
        if (head + length > 14) throw notIpv6();
        System.arraycopy(tail, 0, address, 16 - length, length);
        return address;
    }

    /** Writes colon-separated groups, the last of which may be a dotted quad; returns how many bytes that made. */
    private static int fill(byte[] into, int at, String groups) {
        if (groups.isEmpty()) return at;
        String[] parts = groups.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].contains(".") && at <= 12) {
                System.arraycopy(quad(parts[i]), 0, into, at, 4);
                return at + 4;
            }
            if (!GROUP.matcher(parts[i]).matches() || at > 14) throw notIpv6();
            int value = Integer.parseInt(parts[i], 16);
            into[at++] = (byte) (value >> 8);
            into[at++] = (byte) value;
        }
        return at;
    }

    private static MalformedUrlRefusal notIpv6() {
        return new MalformedUrlRefusal("has no valid IPv6 address in its brackets");
    }
}
