package io.curtaincall.access.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class EgressPolicyTest {
    private static final Pattern STUB = Pattern.compile("DNS stub \\[([^\\]]*)\\]");
    private static final Pattern ROW = Pattern.compile("(?:\"([^\"]*)\"|([^,]*)),(allow|malformed|unsafe),(.*)");

    record Row(String url, String expect, String why) {}

    static Stream<Row> table() throws IOException {
        try (InputStream in = EgressPolicyTest.class.getResourceAsStream("/security/url-cases.csv");
                var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), UTF_8))) {
            return lines.lines().skip(1).map(EgressPolicyTest::row).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_row_of_the_table_of_attacks_is_judged_as_it_says(Row row) {
        var policy = new EgressPolicy(List.of(), stub(row.why()));
        String got = policy.checkUrl(row.url())
                .map(refusal -> refusal.malformed() ? "malformed" : "unsafe")
                .orElse("allow");
        assertThat(got).as("%s: %s", row.url(), row.why()).isEqualTo(row.expect());
    }

    @Test
    void the_table_has_not_shrunk() throws IOException {
        assertThat(table().count()).isGreaterThanOrEqualTo(170);
    }

    @Test
    void an_operator_rule_opens_its_block_and_port_only() throws UnknownHostException {
        var policy = new EgressPolicy(List.of(EgressRule.parse("127.0.0.0/8:9000")), InetAddress::getAllByName);
        assertThat(policy.checkUrl("http://127.0.0.1:9000/cb")).isEmpty();
        assertThat(policy.checkUrl("http://127.0.0.1:9001/cb")).isPresent();
        assertThat(policy.checkUrl("http://10.0.0.1:9000/cb")).isPresent();
        assertThat(policy.allowedByRule(InetAddress.getByName("127.3.4.5"), 9000))
                .contains("127.0.0.0/8:9000");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_rule_that_lets_a_url_be_saved_is_named_in_the_log_and_one_that_was_not_needed_is_not(CapturedOutput log) {
        NameResolver resolver = host -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
        var policy = new EgressPolicy(List.of(EgressRule.parse("10.0.0.0/8"), EgressRule.parse("8.0.0.0/8")), resolver);
        assertThat(policy.checkUrl("http://receiver.example.com:8080/secret-path"))
                .isEmpty();
        assertThat(policy.checkUrl("http://10.9.9.9/")).isEmpty();
        assertThat(policy.checkUrl("http://8.8.8.8/")).isEmpty();
        assertThat(log.getOut())
                .contains("10.1.2.3, port 8080, may be in the URL of a notify config (allowed by rule 10.0.0.0/8)")
                .contains("10.9.9.9, port 80, may be in the URL of a notify config (allowed by rule 10.0.0.0/8)")
                .doesNotContain("8.8.8.8", "secret-path");
    }

    @Test
    void a_name_that_is_never_public_passes_only_if_a_rule_covers_all_its_addresses() {
        NameResolver resolver = host -> new InetAddress[] {InetAddress.getByName("172.20.0.5")};
        assertThat(new EgressPolicy(List.of(), resolver).checkUrl("http://receiver:8080/"))
                .isPresent();
        assertThat(new EgressPolicy(List.of(EgressRule.parse("172.16.0.0/12")), resolver)
                        .checkUrl("http://receiver:8080/"))
                .isEmpty();
    }

    @Test
    void an_address_is_judged_again_when_it_is_dialled() throws UnknownHostException {
        var policy = new EgressPolicy(List.of(), InetAddress::getAllByName);
        assertThat(policy.checkAddress(InetAddress.getByName("127.0.0.1"), 80)).isPresent();
        assertThat(policy.checkAddress(InetAddress.getByName("fd00::1"), 443)).isPresent();
        assertThat(policy.checkAddress(InetAddress.getByName("8.8.8.8"), 443)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "127.0.0.0/33", "127.0.0.1:0", "10.0.0.0/8:", "[::1", "::1/129"})
    void a_rule_that_is_none_is_refused_with_its_form(String text) {
        assertThatThrownBy(() -> EgressRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CIDR[:PORT]");
    }

    private static Row row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) throw new IllegalStateException("unreadable row: " + line);
        String url = row.group(1) != null ? row.group(1) : row.group(2);
        return new Row(unescape(Objects.requireNonNull(url)), row.group(3), row.group(4));
    }

    /** The table writes what cannot stand in a line as \r, \n, \\ and \\uXXXX. */
    private static String unescape(String text) {
        return Pattern.compile("\\\\(u[0-9a-f]{4}|r|n|\\\\)").matcher(text).replaceAll(match -> {
            String what = match.group(1);
            return Matcher.quoteReplacement(
                    switch (what) {
                        case "r" -> "\r";
                        case "n" -> "\n";
                        case "\\" -> "\\";
                        default -> String.valueOf((char) Integer.parseInt(what.substring(1), 16));
                    });
        });
    }

    private static NameResolver stub(String why) {
        Matcher stub = STUB.matcher(why);
        if (!stub.find() || stub.group(1).equals("no address")) {
            return host -> {
                throw new UnknownHostException(host);
            };
        }
        String[] addresses = stub.group(1).split(" \\+ ");
        return host -> {
            InetAddress[] answers = new InetAddress[addresses.length];
            for (int i = 0; i < answers.length; i++) answers[i] = InetAddress.getByName(addresses[i]);
            return answers;
        };
    }
}
