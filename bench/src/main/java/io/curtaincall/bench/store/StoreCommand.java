package io.curtaincall.bench.store;

import io.curtaincall.bench.running.WorkFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the embedded store and times what Curtaincall asks of it, through the driver. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "The embedded store: load, queries, reopening, size; store and client in one process.")
public final class StoreCommand implements Callable<Integer> {
    @Option(
            names = "--documents",
            split = ",",
            defaultValue = "100000,1000000",
            description = "sizes to measure (default ${DEFAULT-VALUE})")
    private List<Integer> documents = List.of();

    @Override
    public Integer call() throws Exception {
        for (int size : documents) {
            try (WorkFolder folder = WorkFolder.create()) {
                new StoreRun(folder.path(), size, System.out).run();
            }
        }
        return 0;
    }
}
