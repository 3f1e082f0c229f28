package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedStoreIT {
    @TempDir
    private Path temp = Path.of("replaced by JUnit");

    @Test
    void a_store_that_stops_under_a_connected_client_warns_of_nothing() throws Exception {
        String folder = temp.resolve("data").toString();
        try (CurtaincallProcess store = CurtaincallProcess.run("store", "--port", "0", "--data", folder)) {
            String ready = store.awaitLine("The store is ready");
            int port = Integer.parseInt(ready.replaceAll(".*mongodb://127\\.0\\.0\\.1:(\\d+).*", "$1"));
            try (Socket client = new Socket("127.0.0.1", port)) {
                store.stop();

                assertThat(store.awaitExit()).isEqualTo(143);
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(store.output()).doesNotContain("WARN");
        }
    }
}
