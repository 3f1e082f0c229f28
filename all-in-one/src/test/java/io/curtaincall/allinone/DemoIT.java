package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    private Path temp = Path.of("replaced by JUnit");

    @Test
    void on_an_installation_of_its_own_everything_holds() throws Exception {
        try (CurtaincallProcess demo = CurtaincallProcess.run("demo")) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            assertThat(demo.output()).contains("All of it holds").doesNotContain("\u001b");
        }
    }

    @Test
    void on_a_running_installation_that_may_not_call_it_it_says_so() throws Exception {
        String data = temp.resolve("data").toString();
        try (CurtaincallProcess up = CurtaincallProcess.run("up", "--port", "0", "--data", data)) {
            String url = up.awaitLine("is ready at").replaceAll(".*(http://[0-9.:]+).*", "$1");
            try (CurtaincallProcess demo =
                    CurtaincallProcess.run("demo", "--url", url, "--credentials", data + "/credentials.json")) {
                assertThat(demo.awaitExit()).as(demo.output()).isEqualTo(1);
                assertThat(demo.output()).contains("--allow-egress").doesNotContain("at io.curtaincall");
            }
        }
    }
}
