package io.curtaincall.allinone;

import io.curtaincall.allinone.start.StoreOpening;
import io.curtaincall.embedded.EmbeddedMongo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the embedded store alone, for services that run apart. It knows no passwords, so it listens on loopback only. */
@Command(name = "store")
final class StoreCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT")
    private int port = 27117;

    @Option(names = "--data", paramLabel = "FOLDER")
    private Path data = Path.of("data");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls the command");
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "a port lies between 0 and 65535, not at " + port);
        }
        EmbeddedMongo store = StoreOpening.open(data, port);
        EndOfProcess.close("store", store);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The store is ready at " + store.uri());
        out.println("Use it: ./curtaincall up --services config --store '" + store.uri() + "'");
        out.flush();
        return EndOfProcess.await();
    }
}
