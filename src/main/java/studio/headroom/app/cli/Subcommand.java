package studio.headroom.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command has: its help, where its results go and where its progress and its notes go.
abstract class Subcommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // Injected.
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = Integer.MAX_VALUE,
            description = "Show this help.")
    private boolean help;

    /// Results, for people or programs.
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// All that is not the result.
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
