package studio.headroom.app;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import studio.headroom.app.cli.CommandLineProgram;
import studio.headroom.app.cli.Interruption;

/// The program: the window without arguments, the command line with them.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Interruption.install();
        StandardOutput standard = new StandardOutput();
        PrintStream out = new PrintStream(new BufferedOutputStream(standard), false, StandardCharsets.UTF_8);
        int code = CommandLineProgram.run(args, out, System.err);
        out.flush();
        if (standard.failed()) {
            code = Math.max(code, 1);
            if (!standard.readerLeft()) {
                System.err.println("headroom: the standard output cannot be written: is the disk full?");
            }
        }
        Interruption.jobEnded();
        System.exit(code);
    }

    /// Runs one command line and returns its exit code, without ending the process.
    static int run(String... args) {
        return CommandLineProgram.run(args, System.out, System.err);
    }
}
