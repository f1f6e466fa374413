package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleStream;
import studio.headroom.device.FileDevice;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// A song with a print and a mastering chain that does something, a player whose sound is kept, and the files that the
/// chain writes.
final class AuditionRoom {
    static final int RATE = 48_000;
    static final int FRAMES = 5 * RATE;

    final Project song;
    final Print print;
    private final Path folder;

    AuditionRoom(Path folder) throws IOException {
        this.folder = folder;
        Project empty = Project.empty("Song", RATE);
        song = withChain(
                empty,
                insert("eq", "eq", Map.of("band2.on", 1.0, "band2.gain", 2.0)),
                insert("glue", "compressor", Map.of("threshold", -24.0, "ratio", 2.0)),
                insert("tape", "saturation", Map.of("drive", 6.0)),
                insert("top", "limiter", Map.of("gain", 6.0, "ceiling", -1.0)));
        print = print("mix", music(0.08));
    }

    static Project withChain(Project song, Insert... chain) {
        return song.withMastering(song.mastering().withChain(List.of(chain)));
    }

    static Insert insert(String id, String type, Map<String, Double> values) {
        return new Insert(id, type, Values.of(new TreeMap<>(values)), null);
    }

    static float[][] music(double level) {
        float[][] music = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double beat = Math.exp(-(i % (RATE / 2)) / 6000.0);
            for (int side = 0; side < 2; side++) {
                double tone = Math.sin(i * 0.0144 + side) + 0.4 * Math.sin(i * 0.131) + 0.2 * Math.sin(i * 0.61 + side);
                music[side][i] = (float) (level * (0.4 + beat) * tone);
            }
        }
        return music;
    }

    /// The same on both sides.
    static float[][] mono(int frames, IntToDoubleFunction wave) {
        float[][] sound = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            sound[0][i] = sound[1][i] = (float) wave.applyAsDouble(i);
        }
        return sound;
    }

    /// A sound as a print of the song.
    Print print(String name, float[]... planar) throws IOException {
        Path file = folder.resolve(name + " source.wav");
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(RATE, planar.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(planar, 0, planar[0].length);
        }
        Path taken = TakeOver.run(file, folder, RATE, Progress.NONE);
        Files.delete(file);
        return new PrintShelf(folder)
                .look(song)
                .find(taken.getFileName().toString())
                .orElseThrow();
    }

    /// The file that a chain makes of a print.
    float[][] master(Print of, List<Insert> chain) throws IOException {
        Path file = folder.resolve("master.wav");
        Files.deleteIfExists(file);
        master(of, chain, file);
        return read(file);
    }

    static MasterJob.Result master(Print of, List<Insert> chain, Path file) throws IOException {
        return MasterJob.run(
                of.file(), file, MasterJob.Settings.asSet(chain, OutputFormat.of(SampleFormat.FLOAT32)), Progress.NONE);
    }

    static float[][] read(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] all = new float[stream.format().channels()][(int) stream.expectedFrames()];
            for (int at = 0; at < all[0].length; ) {
                at += stream.read(all, at, all[0].length - at);
            }
            return all;
        }
    }

    /// What the player plays from the beginning, with so much of the latency before it.
    float[][] heard(Project played, int block) throws IOException {
        return heard(played, block, (engine, index) -> {});
    }

    float[][] heard(Project played, int block, Hand hand) throws IOException {
        Tape tape = new Tape(FRAMES + 2 * RATE);
        OutputRequest request = OutputRequest.of(RATE, block);
        try (LiveEngine engine =
                LiveEngine.open(played, new ProjectLibrary(folder, RATE), new NullDevice(), request, 1, new Silent())) {
            tape.engine = engine;
            tape.hand = hand;
            engine.deviceFor(new FileDevice("tape", (path, rate) -> tape), request, FRAMES);
            hand.block(engine, -1);
            // What was asked for before the start is heard from the first sample on.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!engine.upToDate()) {
                assertThat(System.nanoTime()).as("the engine takes it over").isLessThan(end);
                Thread.onSpinWait();
            }
            engine.play(0);
            while (!engine.done()) {
                engine.tailFrames();
                Thread.onSpinWait();
            }
            engine.finish();
        }
        return tape.sound();
    }

    /// What is heard through a chain behind everything, from the beginning on.
    float[][] heardThrough(Project played, List<Insert> chain) throws IOException {
        return heard(played, 256, (engine, index) -> {
            if (index < 0) {
                listen(engine, chain);
            }
        });
    }

    static void listen(LiveEngine engine, List<Insert> chain) {
        engine.listen(new Listening(Listening.Solo.IN_PLACE, chain), false);
    }

    /// The first frame at which what was heard, begun as late as it is, is not what was expected; -1 where there is
    /// none.
    static int mismatch(float[][] expected, float[][] heard) {
        int late = first(heard) - first(expected);
        int frames = Math.min(expected[0].length, heard[0].length - late);
        assertThat(late).isBetween(0, RATE);
        assertThat(frames).isGreaterThan(FRAMES - RATE);
        for (int i = 0; i < frames; i++) {
            for (int side = 0; side < 2; side++) {
                if (expected[side][i] != heard[side][i + late]) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// The first frame that is not silent.
    static int first(float[][] sound) {
        int i = 0;
        while (sound[0][i] == 0 && sound[1][i] == 0) {
            i++;
        }
        return i;
    }

    /// The largest step from one sample to the next.
    static double largestStep(float[] sound, int from, int to) {
        double worst = 0;
        for (int i = from; i < to - 1; i++) {
            worst = Math.max(worst, Math.abs(sound[i + 1] - sound[i]));
        }
        return worst;
    }

    /// The lowest peak of 20 ms.
    static double softest(float[] sound, int from, int to) {
        double softest = 1;
        for (int i = from; i + 960 < to; i += 480) {
            double peak = 0;
            for (int j = i; j < i + 960; j++) {
                peak = Math.max(peak, Math.abs(sound[j]));
            }
            softest = Math.min(softest, peak);
        }
        return softest;
    }

    /// What the listener does before the start (-1) and behind each block that was heard.
    interface Hand {
        void block(LiveEngine engine, int index) throws IOException;
    }

    private static final class Silent implements LiveEngine.Owner {
        @Override
        public void notice(String message) {}

        @Override
        public void edit(Edit edit) {}
    }

    /// Keeps what is played.
    private static final class Tape implements SampleSink {
        private final float[][] all;
        private int at;
        private int blocks;
        private LiveEngine engine;
        private Hand hand = (engine, index) -> {};

        Tape(int frames) {
            all = new float[2][frames];
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 2);
        }

        @Override
        public void write(float[][] source, int offset, int count) throws IOException {
            for (int side = 0; side < 2; side++) {
                System.arraycopy(source[side], offset, all[side], at, count);
            }
            at += count;
            hand.block(engine, blocks++);
        }

        @Override
        public void close() {}

        float[][] sound() {
            return new float[][] {Arrays.copyOf(all[0], at), Arrays.copyOf(all[1], at)};
        }
    }
}
