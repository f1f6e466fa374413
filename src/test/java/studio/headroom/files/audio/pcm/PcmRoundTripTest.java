package studio.headroom.files.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.SourceStream;
import studio.headroom.files.audio.codec.TestSound;

class PcmRoundTripTest {
    private static final int FRAMES = 20_011;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SampleFormat.class)
    void wavComesBackBitForBit(SampleFormat samples) throws IOException {
        for (int channels : new int[] {1, 2, 3, 6}) {
            Path path = folder.resolve(channels + ".wav");
            float[][] sound = TestSound.gridNoise(1, channels, FRAMES, samples.bits());
            write(PcmEncoder.wav(path, new AudioFormat(48_000, channels), EncoderSettings.of(samples)), sound);
            check(path, "WAV", samples, sound);
        }
    }

    @ParameterizedTest
    @EnumSource(SampleFormat.class)
    void aiffComesBackBitForBit(SampleFormat samples) throws IOException {
        for (int channels : new int[] {1, 2, 3, 6}) {
            Path path = folder.resolve(channels + ".aif");
            float[][] sound = TestSound.gridNoise(2, channels, FRAMES, samples.bits());
            write(PcmEncoder.aiff(path, new AudioFormat(44_100, channels), EncoderSettings.of(samples)), sound);
            check(path, samples.floating() ? "AIFC" : "AIFF", samples, sound);
        }
    }

    /// Before it is complete, in other pieces than it was written in, and with writing going on behind.
    @ParameterizedTest
    @EnumSource(SampleFormat.class)
    void whatWasWrittenIsReadBackWhileTheFileGrows(SampleFormat samples) throws IOException {
        float[][] sound = TestSound.gridNoise(5, 2, FRAMES, samples.bits());
        AudioFormat format = new AudioFormat(48_000, 2);
        for (String name : new String[] {"back.wav", "back.aif"}) {
            Path path = folder.resolve(name);
            EncoderSettings settings = EncoderSettings.of(samples);
            try (PcmEncoder encoder = name.endsWith("wav")
                    ? PcmEncoder.wav(path, format, settings)
                    : PcmEncoder.aiff(path, format, settings)) {
                float[][] back = new float[2][FRAMES];
                encoder.write(sound, 0, 15_000);
                encoder.readBack(0, back, 0, 15_000);
                encoder.write(sound, 15_000, FRAMES - 15_000);
                encoder.readBack(14_000, back, 14_000, FRAMES - 14_000);
                assertThat(back).isDeepEqualTo(sound);
                // More than there is.
                assertThatThrownBy(() -> encoder.readBack(1, back, 0, FRAMES)).isInstanceOf(IOException.class);
                encoder.finish();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SampleFormat.class)
    void becomesRf64InPlaceWhenItGrowsBeyondTheLimit(SampleFormat samples) throws IOException {
        Path path = folder.resolve("long.wav");
        float[][] sound = TestSound.gridNoise(3, 2, FRAMES, samples.bits());
        write(PcmEncoder.wav(path, new AudioFormat(96_000, 2), EncoderSettings.of(samples), 1000), sound);
        check(path, "RF64", samples, sound);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write("BW64".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        check(path, "BW64", samples, sound);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // where a sparse file is sure to take no room
    void readsBeyondFourGigabytes() throws IOException {
        Path path = folder.resolve("huge.wav");
        AudioFormat format = new AudioFormat(48_000, 2);
        float[][] sound = TestSound.gridNoise(4, 2, 5000, 24);
        long frames = 900_000_000L;
        byte[] header = WavContainer.of(format, SampleFormat.INT24).header(frames * 6);
        Path small = folder.resolve("small.wav");
        write(PcmEncoder.wav(small, format, EncoderSettings.of(SampleFormat.INT24)), sound);
        byte[] data = Files.readAllBytes(small);
        // Sparse: only the header and the last frames take room on the disk.
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header);
            file.seek(header.length + (frames - 5000) * 6);
            file.write(data, header.length, 30_000);
        }
        try (PcmSource source = PcmSource.open(path)) {
            assertThat(source.info().container()).isEqualTo("RF64");
            assertThat(source.frames()).isEqualTo(frames);
            float[][] got = new float[2][5000];
            source.read(frames - 5000, got, 0, 5000);
            assertThat(got).isDeepEqualTo(sound);
            source.read(700_000_000L, got, 0, 5000);
            assertThat(got).isDeepEqualTo(new float[2][5000]);
        }
    }

    @Test
    void readsTheSameFromAnywhereInAnyOrder() throws IOException {
        Path path = folder.resolve("a.wav");
        float[][] sound = TestSound.gridNoise(5, 2, 200_003, 24);
        write(PcmEncoder.wav(path, new AudioFormat(48_000, 2), EncoderSettings.of(SampleFormat.INT24)), sound);
        Random random = new Random(7);
        try (PcmSource source = PcmSource.open(path)) {
            long start = 0;
            for (int i = 0; i < 3000; i++) {
                int count = 1 + random.nextInt(i % 50 == 0 ? 60_000 : 700);
                start = random.nextInt(4) == 0 ? random.nextInt(202_000) - 1000 : start;
                float[][] got = new float[2][count + 5];
                java.util.Arrays.fill(got[1], 9f);
                source.read(start, got, 5, count);
                assertThat(got[1][4]).isEqualTo(9f);
                for (int ch = 0; ch < 2; ch++) {
                    for (int n = 0; n < count; n++) {
                        long frame = start + n;
                        float expected = frame < 0 || frame >= 200_003 ? 0f : sound[ch][(int) frame];
                        if (got[ch][5 + n] != expected) {
                            throw new AssertionError("channel " + ch + " frame " + frame);
                        }
                    }
                }
                start += count;
            }
        }
    }

    @Test
    void clipsAtFullScaleAndRoundsToTheNearest() throws IOException {
        Path path = folder.resolve("clip.wav");
        float[][] sound = {{1f, -1f, 2f, -2f, 0.4f / 32768, 0.6f / 32768, -0.6f / 32768}};
        write(PcmEncoder.wav(path, new AudioFormat(48_000, 1), EncoderSettings.of(SampleFormat.INT16)), sound);
        try (SourceStream stream = new SourceStream(PcmSource.open(path))) {
            assertThat(TestSound.readAll(stream)[0])
                    .containsExactly(32767f / 32768, -1f, 32767f / 32768, -1f, 0f, 1f / 32768, -1f / 32768);
        }
    }

    @Test
    void leavesAnOddNumberOfBytesPadded() throws IOException {
        Path path = folder.resolve("odd.wav");
        float[][] sound = TestSound.gridNoise(6, 1, 333, 24);
        write(PcmEncoder.wav(path, new AudioFormat(8000, 1), EncoderSettings.of(SampleFormat.INT24)), sound);
        assertThat(Files.size(path) % 2).isZero();
        check(path, "WAV", SampleFormat.INT24, sound);
    }

    private static void write(PcmEncoder encoder, float[][] sound) throws IOException {
        try (encoder) {
            for (int at = 0, size = 1; at < sound[0].length; size = size % 30_000 + 997) {
                int part = Math.min(size, sound[0].length - at);
                encoder.write(sound, at, part);
                at += part;
            }
            encoder.finish();
        }
    }

    private static void check(Path path, String container, SampleFormat samples, float[][] sound) throws IOException {
        try (PcmSource source = PcmSource.open(path)) {
            assertThat(source.info().container()).isEqualTo(container);
            assertThat(source.info().samples()).isEqualTo(samples);
            assertThat(source.frames()).isEqualTo(sound[0].length);
            assertThat(source.format().channels()).isEqualTo(sound.length);
            assertThat(TestSound.readAll(new SourceStream(source))).isDeepEqualTo(sound);
        }
    }
}
