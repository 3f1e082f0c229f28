package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CurtaincallTest {
    @ParameterizedTest
    @CsvSource({
        "up --prot 8080,        --prot",
        "up --port eighty,      eighty",
        "up --services console, console",
        "up --allow-egress ten, ten",
        "up extra,              extra",
        "store --port -1,       -1",
        "store --store x,       --store",
        "demo --url,            --url",
        "hook srs,              --domain",
        "upp,                   upp",
    })
    void what_is_misspelt_is_told_in_one_sentence_and_ends_with_2(String line, String named) {
        StringWriter err = new StringWriter();
        CommandLine curtaincall = Curtaincall.commandLine(false).setErr(new PrintWriter(err));

        int code = curtaincall.execute(line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).startsWith("curtaincall: ").contains(named);
    }
}
