package studio.headroom.app.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import studio.headroom.app.window.WindowProgram;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.media.RenderException;
import studio.headroom.project.InvalidProjectException;

/// The commands and what they have in common: help, exit codes (0 done, 1 the job failed or a check found errors, 2
/// wrong usage) and errors of
/// one or two lines.
public final class CommandLineProgram {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /// In the order in which the help lists them.
    static final List<String> COMMANDS = List.of(
            "new", "open", "info", "bounce", "master", "deliver", "codec", "measure", "check", "play", "process",
            "effects", "targets", "devices", "bench");

    private static final String STOPPED = "stopped before the end; nothing was written.";

    private CommandLineProgram() {}

    @Command(
            name = "headroom",
            description = "Mix a multitrack song, then master it.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            footer = "Without a command, the window is opened where there is a display."
                    + " 'headroom COMMAND --help' says more about a command.")
    static final class Root {}

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineProgram.class.getPackage().getImplementationVersion();
            return new String[] {"Headroom " + (version == null ? "(development)" : version)};
        }
    }

    /// Runs a command line; never throws.
    ///
    /// @return the exit code
    public static int run(String[] args, PrintStream out, PrintStream err) {
        PrintWriter results = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PrintWriter notes = new PrintWriter(err, true, StandardCharsets.UTF_8);
        try {
            int code = commandLine(args, results, notes).execute(args);
            results.flush();
            notes.flush();
            return code;
        } catch (Throwable e) { // Also the errors of the virtual machine: memory and stack.
            return failed(e, notes);
        }
    }

    /// The program with the command that is asked for. Only where none of them is, all are made: their
    /// descriptions cost more time than many a job.
    private static CommandLine commandLine(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine program = new CommandLine(new Root());
        for (String name : args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS) {
            program.addSubcommand(name, command(name));
        }
        return program.setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setExpandAtFiles(false)
                .setExecutionStrategy(CommandLineProgram::execute)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err))
                .setParameterExceptionHandler(CommandLineProgram::wrong);
    }

    private static Subcommand command(String name) {
        return switch (name) {
            case "new" -> new NewCommand();
            case "open" -> new OpenCommand();
            case "info" -> new InfoCommand();
            case "bounce" -> new BounceCommand();
            case "master" -> new MasterCommand();
            case "deliver" -> new DeliverCommand();
            case "codec" -> new CodecCommand();
            case "measure" -> new MeasureCommand();
            case "check" -> new CheckCommand();
            case "play" -> new PlayCommand();
            case "process" -> new ProcessCommand();
            case "effects" -> new EffectsCommand();
            case "targets" -> new TargetsCommand();
            case "devices" -> new DevicesCommand();
            case "bench" -> new BenchCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int execute(CommandLine.ParseResult parsed) {
        if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            if (WindowProgram.run(null)) {
                return DONE;
            }
            CommandLine program = parsed.commandSpec().commandLine();
            program.usage(program.getErr());
            return WRONG_USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int wrong(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean root = command.getParent() == null;
        String message = e instanceof CommandLine.UnmatchedArgumentException unmatched && root
                ? "there is no command '" + unmatched.getUnmatched().getFirst() + "'"
                : String.valueOf(e.getMessage()).replaceAll(" is not an? (double|int|long)$", " is not a number");
        command.getErr().println("headroom: " + line(message));
        command.getErr()
                .println(fileLikeAnOption(args)
                        .map(file -> "A file whose name begins with '-' is written './" + file + "'.")
                        .orElse("'" + name + " --help' shows what is possible."));
        return WRONG_USAGE;
    }

    private static Optional<String> fileLikeAnOption(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("-") && new File(arg).exists())
                .map(CommandLineProgram::line)
                .findFirst();
    }

    private static int failed(Throwable e, PrintWriter err) {
        if (!(e instanceof UsageException)) {
            log(e);
        }
        err.println("headroom: " + line(message(e)));
        err.flush();
        return e instanceof UsageException ? WRONG_USAGE : FAILED;
    }

    private static void log(Throwable e) {
        try {
            Logger log = LoggerFactory.getLogger(CommandLineProgram.class);
            log.warn("The job failed", e);
        } catch (Throwable logging) {
            // Where memory has run out there may be none for the log either; the message matters more.
        }
    }

    /// What to tell a person: messages of our own exceptions are written for that.
    private static String message(Throwable e) {
        return switch (e) {
            case OfflineRender.Canceled canceled -> STOPPED;
            case CancellationException canceled -> STOPPED;
            case NoSuchFileException missing -> "'" + missing.getFile() + "' does not exist. Check the name.";
            case FileSystemException system ->
                "'" + system.getFile() + "': " + Objects.requireNonNullElse(system.getReason(), "the system refuses it")
                        + ".";
            case IOException io -> Objects.requireNonNullElse(io.getMessage(), "a file cannot be read or written.");
            case UncheckedIOException io -> message(Objects.requireNonNull(io.getCause()));
            case RenderException render -> message(render.ioCause());
            case InvalidProjectException invalid -> "the project contradicts itself: " + invalid.getMessage() + ".";
            case UsageException usage -> String.valueOf(usage.getMessage());
            case InvalidPathException path -> "'" + path.getInput() + "' cannot be a file name here.";
            case OutOfMemoryError memory ->
                "there is not enough memory for this job."
                        + " Close other programs, or do it in parts (fewer files, --from and --to).";
            default ->
                "something went wrong inside Headroom (" + e.getClass().getSimpleName()
                        + "). Please report it with the log file from the state folder.";
        };
    }

    /// A message in one line, whatever the names in it hold.
    private static String line(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
