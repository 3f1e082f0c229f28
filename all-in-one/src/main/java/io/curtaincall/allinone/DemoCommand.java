package io.curtaincall.allinone;

import io.curtaincall.allinone.demo.Api;
import io.curtaincall.allinone.demo.Credentials;
import io.curtaincall.allinone.demo.Demo;
import io.curtaincall.allinone.demo.DemoFailedException;
import io.curtaincall.allinone.demo.DemoReceiver;
import io.curtaincall.allinone.demo.PassingInstallation;
import io.curtaincall.allinone.demo.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows one recorded stream from report to callback to record, on a running installation or on one of its own. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL")
    private @Nullable URI url;

    @Option(names = "--credentials", paramLabel = "FILE")
    private Path credentials = Path.of("data", "credentials.json");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls the command");
        Stage stage = new Stage(
                spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
        try (DemoReceiver receiver = DemoReceiver.start(Clock.systemUTC())) {
            if (url == null) playOnOneOfItsOwn(receiver, stage);
            else play(url, Credentials.read(credentials), receiver, stage);
            return 0;
        } catch (DemoFailedException e) {
            stage.failed(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static void playOnOneOfItsOwn(DemoReceiver receiver, Stage stage) throws Exception {
        stage.scene("Starting Curtaincall in a folder of its own");
        try (PassingInstallation installation = PassingInstallation.start(receiver.port())) {
            stage.done("ready at " + installation.address());
            play(installation.address(), installation.credentials(), receiver, stage);
        }
    }

    private static void play(URI at, Credentials credentials, DemoReceiver receiver, Stage stage) throws Exception {
        new Demo(new Api(at, credentials.token()), receiver, stage, Clock.systemUTC()).play();
    }
}
