package io.curtaincall.allinone;

import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.access.start.StartFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What {@code ./curtaincall up}, {@code store}, {@code demo}, {@code hook} and {@code rekey} run. */
@Command(
        name = "curtaincall",
        subcommands = {UpCommand.class, StoreCommand.class, DemoCommand.class, HookCommand.class, RekeyCommand.class},
        synopsisSubcommandLabel = "(up | store | demo | hook | rekey)")
public final class Curtaincall {
    private static final String SHOW_TRACE = "CURTAINCALL_DEBUG";

    private Curtaincall() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv(SHOW_TRACE) != null).execute(arguments));
    }

    static CommandLine commandLine(boolean showTrace) {
        return new CommandLine(new Curtaincall())
                .setParameterExceptionHandler((wrong, arguments) -> misused(wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line, showTrace));
    }

    private static int misused(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(StartFailure.asSentence(wrong.getMessage()) + " See './curtaincall help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine line, boolean showTrace) throws Exception {
        if (!(failure instanceof CannotStartException)) throw failure;
        line.getErr().println(StartFailure.asSentence(failure.getMessage()));
        if (showTrace) failure.printStackTrace(line.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
