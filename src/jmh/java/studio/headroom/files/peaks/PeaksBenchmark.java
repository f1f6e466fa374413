package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.project.Media;

/// Milliseconds for the waveforms of an hour-long song at 48 kHz. Takes 3 GB of temporary files.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class PeaksBenchmark {
    private static final int RATE = 48_000;
    private static final long HOUR = 3_600L * RATE;

    /// 64 mono tracks, each with a file of its own.
    @State(Scope.Thread)
    public static class Tracks {
        @Param({"64", "100", "500", "3000", "90000"})
        double framesPerPixel;

        private static final int COUNT = 64;
        private static final int COLUMNS = 1_920;
        private final float[] min = new float[COLUMNS];
        private final float[] max = new float[COLUMNS];
        private final float[] rms = new float[COLUMNS];
        private List<Peaks> peaks = List.of();
        private Path folder = Path.of("");
        private PeakStore store;
        private double scroll;

        @Setup
        public void make() throws IOException {
            folder = Files.createTempDirectory("peaks");
            store = new PeakStore(folder, RATE, media -> new Noise(1));
            peaks = IntStream.range(0, COUNT).mapToObj(this::track).toList();
            peaks.forEach(PeaksBenchmark::await);
        }

        private Peaks track(int number) {
            try {
                Files.write(folder.resolve(number + ".wav"), new byte[1]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return store.peaks(new Media("m" + number, number + ".wav", 1, HOUR, ""))
                    .join();
        }

        @TearDown
        public void delete() throws IOException {
            store.close();
            PeaksBenchmark.delete(folder);
        }
    }

    /// One frame of scrolling: all columns of all tracks.
    @Benchmark
    public float draw(Tracks tracks) {
        tracks.scroll = (tracks.scroll + 17.3 * tracks.framesPerPixel) % (HOUR / 2.0);
        for (Peaks peaks : tracks.peaks) {
            peaks.read(0, tracks.scroll, tracks.framesPerPixel, tracks.min, tracks.max, tracks.rms);
        }
        return tracks.max[7];
    }

    /// An hour of stereo in 24 bits.
    @State(Scope.Thread)
    public static class Hour {
        private Path folder = Path.of("");

        @Setup
        public void make() throws IOException {
            folder = Files.createTempDirectory("peaks");
            try (AudioFileWriter writer = AudioFiles.create(
                            folder.resolve("hour.wav"),
                            new AudioFormat(RATE, 2),
                            EncoderSettings.of(SampleFormat.INT24));
                    Noise noise = new Noise(2)) {
                float[][] block = new float[2][4_096];
                for (int count = noise.read(block, 0, 4_096); count > 0; count = noise.read(block, 0, 4_096)) {
                    writer.write(block, 0, count);
                }
                writer.complete();
            }
        }

        @Setup(Level.Invocation)
        public void forget() throws IOException {
            PeaksBenchmark.delete(folder.resolve(PeakStore.FOLDER));
        }

        @TearDown
        public void delete() throws IOException {
            PeaksBenchmark.delete(folder);
        }
    }

    /// One thread, from a file that the system has in memory.
    @Benchmark
    public long build(Hour hour) {
        try (PeakStore store = new PeakStore(hour.folder, RATE)) {
            return await(store.peaks(new Media("m", "hour.wav", 2, HOUR, "")).join());
        }
    }

    private static long await(Peaks peaks) {
        while (!peaks.isComplete()) {
            if (peaks.fault() != null) {
                throw new IllegalStateException(peaks.fault());
            }
            LockSupport.parkNanos(1_000_000);
        }
        return peaks.readyFrames();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /// An hour that repeats two seconds of noise.
    private static final class Noise implements SampleStream {
        private final float[] samples = new float[2 * RATE];
        private final int channels;
        private long position;

        Noise(int channels) {
            this.channels = channels;
            Random random = new Random(1);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = random.nextFloat() - 0.5f;
            }
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, channels);
        }

        @Override
        public long expectedFrames() {
            return HOUR;
        }

        @Override
        public int read(float[][] target, int offset, int count) {
            int at = (int) (position % samples.length);
            int part = (int) Math.min(Math.min(count, samples.length - at), HOUR - position);
            for (float[] channel : Arrays.copyOf(target, channels)) {
                System.arraycopy(samples, at, channel, offset, part);
            }
            position += part;
            return part == 0 ? -1 : part;
        }

        @Override
        public void close() {}
    }
}
