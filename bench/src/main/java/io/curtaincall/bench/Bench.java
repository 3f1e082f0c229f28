package io.curtaincall.bench;

import io.curtaincall.bench.chaos.ChaosCommand;
import io.curtaincall.bench.chaos.OutageCommand;
import io.curtaincall.bench.deliver.DeliverCommand;
import io.curtaincall.bench.deliver.TrainCommand;
import io.curtaincall.bench.deliver.VisibleCommand;
import io.curtaincall.bench.hostile.HostileCommand;
import io.curtaincall.bench.kill.KillCommand;
import io.curtaincall.bench.overhead.OverheadCommand;
import io.curtaincall.bench.store.StoreCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./curtaincall bench}: each subcommand says what it measures. */
@Command(
        name = "./curtaincall bench",
        description = "Measures Curtaincall on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DeliverCommand.class,
            VisibleCommand.class,
            TrainCommand.class,
            HostileCommand.class,
            KillCommand.class,
            ChaosCommand.class,
            OutageCommand.class,
            StoreCommand.class,
            OverheadCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
