package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.ProcessJob;
import studio.headroom.project.Insert;

@Command(
        name = "process",
        header = "Sends one sound file through effects, in their order.",
        description = {
            "Each effect is one argument, in quotes where it has parameters:",
            "headroom process in.wav -o out.wav 'eq band1.type=bell band1.gain=6' 'compressor ratio=4'"
        },
        customSynopsis = {"headroom process IN -o OUT EFFECT... [--tail] [--bits B] [--rate N] [--kbps N]"},
        sortOptions = false)
final class ProcessCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "IN", description = "Sound file, mono or stereo.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path input;

    @Parameters(index = "1..*", paramLabel = "EFFECT", arity = "1..*", description = "Effects with their parameters.")
    private List<String> effects = new ArrayList<>();

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description = "The file to write; its ending says what it is.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path output;

    @Option(names = "--tail", description = "Let effects ring out after the end instead of keeping the length.")
    private boolean tail;

    @Mixin
    private final OutputOptions format = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        List<Insert> chain;
        List<String> remarks;
        try {
            chain = EffectText.parseAll(effects);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        PrintWriter err = err();
        try (ProgressLine progress = new ProgressLine(err, false)) {
            remarks = ProcessJob.run(
                    input, output, chain, tail, format.format(24, OptionalInt.empty(), Tags.NONE), progress);
        }
        remarks.forEach(remark -> err().println("headroom: note: " + remark));
        out().println(output);
        return CommandLineProgram.DONE;
    }
}
