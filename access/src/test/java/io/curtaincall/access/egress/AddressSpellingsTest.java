package io.curtaincall.access.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However a refused address is written, no URL with it may be saved. No name is known here, so that what were taken for
 * a name would pass.
 */
class AddressSpellingsTest {
    private static final EgressPolicy POLICY = new EgressPolicy(List.of(), host -> {
        throw new UnknownHostException(host);
    });

    /** What the table of attacks names, as (address, prefix). */
    private static final List<String> REFUSED_V4 = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Outside 2000::/3, and what lies within it without being public. */
    private static final List<String> REFUSED_V6 = List.of(
            "::/8",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "4000::/3",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    @Provide
    Arbitrary<byte[]> refusedV4() {
        return Arbitraries.of(REFUSED_V4).flatMap(AddressSpellingsTest::within);
    }

    @Provide
    Arbitrary<byte[]> refusedV6() {
        return Arbitraries.of(REFUSED_V6).flatMap(AddressSpellingsTest::within);
    }

    @Provide
    Arbitrary<Ipv4Spelling> spellings() {
        return Arbitraries.of(Ipv4Spelling.ALL);
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of("http://%s/", "https://%s/hook", "HTTP://%s", "http://%s:8443/x?y=1", "https://%s?q");
    }

    @Property(tries = 2_500)
    void no_spelling_of_a_refused_ipv4_address_may_be_saved(
            @ForAll("refusedV4") byte[] address,
            @ForAll("spellings") Ipv4Spelling spelling,
            @ForAll("surroundings") String url) {
        String written = spelling.of().apply(unsigned(address));
        assertThat(POLICY.checkUrl(url.replace("%s", written))).as(written).isPresent();
    }

    @Property(tries = 1_000)
    void no_spelling_of_a_refused_ipv6_address_may_be_saved(
            @ForAll("refusedV6") byte[] address, @ForAll("surroundings") String url) throws UnknownHostException {
        for (String written : List.of(
                InetAddress.getByAddress(address).getHostAddress(),
                full(address, "%04x"),
                full(address, "%X"),
                full(address, "%x") + "%251",
                compressed(address),
                withQuad(address))) {
            assertThat(POLICY.checkUrl(url.replace("%s", "[" + written + "]")))
                    .as(written)
                    .isPresent();
        }
    }

    @Property(tries = 500)
    void none_of_them_is_dialled_either(@ForAll("refusedV4") byte[] four, @ForAll("refusedV6") byte[] sixteen)
            throws UnknownHostException {
        assertThat(POLICY.checkAddress(InetAddress.getByAddress(four), 443)).isPresent();
        assertThat(POLICY.checkAddress(InetAddress.getByAddress(sixteen), 443)).isPresent();
    }

    @Property(tries = 500)
    void a_public_address_is_allowed_in_its_one_spelling_and_in_no_other(
            @ForAll("spellings") Ipv4Spelling spelling, @ForAll byte last) {
        int[] address = {8, 8, 4, last & 0xff};
        boolean canonical = spelling.name().equals("quad");
        assertThat(POLICY.checkUrl("https://" + spelling.of().apply(address) + "/")
                        .isEmpty())
                .as(spelling.name())
                .isEqualTo(canonical);
    }

    @Property(tries = 300)
    void a_quad_stands_at_the_end_of_an_ipv6_address_or_nowhere(@ForAll("refusedV4") byte[] four, @ForAll byte first) {
        String quad =
                (first & 0xff) + "." + Ipv4Spelling.each(unsigned(four), "%d").split("\\.", 2)[1];
        for (String written : List.of(quad + "::", quad + "::1", quad + "::2400:1", "2400::" + quad + ":1")) {
            assertThat(POLICY.checkUrl("https://[" + written + "]/"))
                    .as(written)
                    .isPresent();
        }
    }

    /** Any address of the block. */
    private static Arbitrary<byte[]> within(String block) {
        String[] parts = block.split("/");
        byte[] base = bytes(parts[0]);
        int prefix = Integer.parseInt(parts[1]);
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofSize(base.length);
        return Combinators.combine(any, Arbitraries.of(false, false, false, true))
                .as((random, onlyFirst) -> joined(base, onlyFirst ? base : random, prefix));
    }

    private static byte[] joined(byte[] base, byte[] rest, int prefix) {
        byte[] joined = new byte[base.length];
        for (int bit = 0; bit < base.length * 8; bit++) {
            byte[] from = bit < prefix ? base : rest;
            joined[bit / 8] |= (byte) (from[bit / 8] & (0x80 >> (bit % 8)));
        }
        return joined;
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int[] unsigned(byte[] address) {
        return IntStream.range(0, address.length).map(i -> address[i] & 0xff).toArray();
    }

    private static String full(byte[] address, String format) {
        return IntStream.range(0, 8)
                .mapToObj(i -> format.formatted(((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff)))
                .collect(Collectors.joining(":"));
    }

    private static String compressed(byte[] address) {
        return full(address, "%x").replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    private static String withQuad(byte[] address) {
        String head = full(address, "%x").replaceFirst(":[^:]*:[^:]*$", "");
        byte[] tail = HexFormat.of().parseHex(HexFormat.of().formatHex(address, 12, 16));
        return head + ":" + Ipv4Spelling.each(unsigned(tail), "%d");
    }
}
