package studio.headroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import studio.headroom.app.cli.Interruption;

/// Runs several commands in one process, to teach the app image's ahead-of-time cache what they use. Part of the build,
/// not of the program: the class path of the training must be that of the program, so it lives here.
final class Training {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private Training() {}

    /// Takes one file: a command line in each line, single quotes around words with spaces, `#` for comments.
    public static void main(String[] args) throws IOException {
        Launcher.prepare();
        Interruption.install();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int code = Main.run(words(line));
            if (code != 0) {
                System.err.println("Exit code " + code + ": " + line);
                end(1);
            }
        }
        end(0);
    }

    /// As the program ends, since that takes its time too.
    private static void end(int code) {
        Interruption.jobEnded();
        System.exit(code);
    }

    private static String[] words(String line) {
        return WORD.matcher(line).results().map(Training::word).toArray(String[]::new);
    }

    private static String word(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }
}
