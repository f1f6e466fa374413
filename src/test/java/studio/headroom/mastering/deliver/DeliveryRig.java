package studio.headroom.mastering.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Measurement;
import studio.headroom.mastering.Progress;
import studio.headroom.param.Values;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// A print, and what delivers it.
abstract class DeliveryRig {
    static final int RATE = 48_000;
    static final int SECONDS = 4;

    @TempDir
    Path folder;

    Path print;

    @BeforeEach
    void writePrint() throws IOException {
        print = folder.resolve("print.wav");
        float[][] music = music(SECONDS);
        try (AudioFileWriter writer =
                AudioFiles.create(print, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(music, 0, music[0].length);
        }
    }

    /// Hits over chords, with something of both in the sides.
    static float[][] music(double seconds) {
        SplittableRandom random = new SplittableRandom(11);
        float[][] music = new float[2][(int) (RATE * seconds)];
        for (int i = 0; i < music[0].length; i++) {
            double t = (double) i / RATE;
            double hit = Math.exp(-(t % 0.5) * 12);
            for (int c = 0; c < 2; c++) {
                double tone = Math.sin(2 * Math.PI * 110 * t) + 0.5 * Math.sin(2 * Math.PI * (220 + c) * t);
                music[c][i] = (float) (0.2 * tone + 0.3 * hit * (random.nextDouble() * 2 - 1));
            }
        }
        return music;
    }

    static List<Insert> chain(double gain, double ceiling) {
        return List.of(
                Insert.create("eq", "eq"),
                new Insert(
                        "limiter",
                        "limiter",
                        Values.of(new TreeMap<>(Map.of("gain", gain, "ceiling", ceiling))),
                        null));
    }

    DeliveryPlan plan(String... specs) {
        return DeliveryPlan.of(new DeliveryPlan.Request(
                print,
                new DeliveryPlan.Sound(RATE, 2, SECONDS),
                Arrays.stream(specs).map(ItemText::parse).toList(),
                DeliveryPlan.USUAL_NAME,
                folder.resolve("out"),
                new TreeMap<>(Map.of("title", "Lanterns", "artist", "Paper", "isrc", "US-RC1-76-07839")),
                null,
                "",
                List.of(),
                LocalDate.of(2026, 11, 20)));
    }

    DeliveryJob.Order order(List<Insert> chain, DeliveryPlan plan, DeliveryReport.Place... reports) {
        return new DeliveryJob.Order(
                "Lanterns", print, List.of(), chain, Ends.WHOLE, plan.files(), plan.folders(), List.of(reports));
    }

    DeliveryJob.Result deliver(List<Insert> chain, Ends ends, String... specs) throws IOException {
        DeliveryPlan plan = plan(specs);
        return DeliveryJob.run(
                new DeliveryJob.Order(
                        "Lanterns", print, List.of(), chain, ends, plan.files(), plan.folders(), List.of()),
                DeliveryWatch.of(Progress.NONE));
    }

    List<Delivered> deliver(List<Insert> chain, String... specs) throws IOException {
        return DeliveryJob.run(order(chain, plan(specs)), DeliveryWatch.of(Progress.NONE))
                .files();
    }

    static LoudnessReport measured(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            return Measurement.of(stream, file.toString(), "", Progress.NONE);
        }
    }

    List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
