package io.curtaincall.access.egress;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One way to write the four bytes of an address as the host of a URL. */
record Ipv4Spelling(String name, Function<int[], String> of) {
    static final List<Ipv4Spelling> ALL = List.of(
            spelling("quad", b -> each(b, "%d")),
            spelling("quad with a dot", b -> each(b, "%d") + "."),
            spelling("quad with two dots", b -> each(b, "%d") + ".."),
            spelling("octal", b -> each(b, "0%o")),
            spelling("long octal", b -> each(b, "%08o")),
            spelling("padded", b -> each(b, "%03d")),
            spelling("hex", b -> each(b, "0x%x")),
            spelling("upper hex", b -> each(b, "0X%X")),
            spelling("long hex", b -> each(b, "0x%08x")),
            spelling("mixed", b -> "%d.0x%x.0%o.%d".formatted(b[0], b[1], b[2], b[3])),
            spelling("too large", b -> "%d.%d.%d.%d".formatted(b[0] + 256, b[1], b[2], b[3])),
            spelling("dword", b -> String.valueOf(dword(b))),
            spelling("dword with a dot", b -> dword(b) + "."),
            spelling("hex dword", b -> "0x%x".formatted(dword(b))),
            spelling("octal dword", b -> "0%o".formatted(dword(b))),
            spelling("dword round once", b -> String.valueOf(dword(b) + (1L << 32))),
            spelling("two parts", b -> b[0] + "." + (dword(b) & 0xffffff)),
            spelling("three parts", b -> b[0] + "." + b[1] + "." + (dword(b) & 0xffff)),
            spelling("hex in two parts", b -> "0x%x.0x%x".formatted(b[0], dword(b) & 0xffffff)),
            spelling("percent digits", b -> percent(each(b, "%d"))),
            spelling("percent dots", b -> each(b, "%d").replace(".", "%2e")),
            spelling("full width", b -> shifted(each(b, "%d"), '\uff10' - '0')),
            spelling("ideographic dots", b -> each(b, "%d").replace('.', '\u3002')),
            spelling("bracketed", b -> "[" + each(b, "%d") + "]"),
            spelling("mapped", b -> "[::ffff:" + each(b, "%d") + "]"),
            spelling("mapped in hex", b -> "[::ffff:" + groups(b) + "]"),
            spelling("mapped at length", b -> "[0:0:0:0:0:FFFF:" + groups(b).toUpperCase(Locale.ROOT) + "]"),
            spelling("mapped with octal", b -> "[::ffff:" + each(b, "0%o") + "]"),
            spelling("compatible", b -> "[::" + each(b, "%d") + "]"),
            spelling("compatible in hex", b -> "[::" + groups(b) + "]"),
            spelling("translated", b -> "[::ffff:0:" + groups(b) + "]"),
            spelling("NAT64", b -> "[64:ff9b::" + each(b, "%d") + "]"),
            spelling("NAT64 in hex", b -> "[64:FF9B::" + groups(b) + "]"),
            spelling("local NAT64", b -> "[64:ff9b:1::" + groups(b) + "]"),
            spelling("6to4", b -> "[2002:" + groups(b) + "::1]"),
            spelling("Teredo", b -> "[2001:0:4136:e378:8000:63bf:" + groups(inverted(b)) + "]"),
            spelling("Teredo server", b -> "[2001::" + groups(b) + ":1:2]"),
            spelling("ISATAP", b -> "[fe80::5efe:" + each(b, "%d") + "]"),
            spelling("with a zone", b -> "[::ffff:" + each(b, "%d") + "%25eth0]"),
            spelling("behind a user", b -> "example.com@" + each(b, "%d")),
            spelling("before a tab", b -> each(b, "%d") + "\t"),
            spelling("before NUL", b -> each(b, "%d") + "%00.example.com"));

    private static Ipv4Spelling spelling(String name, Function<int[], String> of) {
        return new Ipv4Spelling(name, of);
    }

    private static int[] inverted(int[] address) {
        return IntStream.of(address).map(octet -> ~octet & 0xff).toArray();
    }

    static String each(int[] address, String format) {
        return IntStream.of(address).mapToObj(format::formatted).collect(Collectors.joining("."));
    }

    private static long dword(int[] address) {
        return IntStream.of(address).asLongStream().reduce(0, (all, octet) -> (all << 8) | octet);
    }

    private static String groups(int[] address) {
        return "%x:%x".formatted((address[0] << 8) | address[1], (address[2] << 8) | address[3]);
    }

    private static String percent(String text) {
        return text.chars().mapToObj("%%%02x"::formatted).collect(Collectors.joining());
    }

    private static String shifted(String text, int by) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) (c == '.' ? c : c + by)))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}
