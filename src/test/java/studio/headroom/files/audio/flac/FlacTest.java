package studio.headroom.files.audio.flac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jflac.PCMProcessor;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;

class FlacTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "INT8, 1",
        "INT8, 2",
        "INT16, 1",
        "INT16, 2",
        "INT16, 6",
        "INT20, 1",
        "INT20, 2",
        "INT20, 6",
        "INT24, 1",
        "INT24, 2",
        "INT24, 6",
        "INT24, 8"
    })
    void comesBackBitForBit(SampleFormat samples, int channels) throws IOException {
        int bits = samples.bits();
        float[][][] sounds = {
            TestSound.music(1, channels, 30_000, 44_100, bits),
            TestSound.gridNoise(2, channels, 9000, bits),
            new float[channels][5000],
            extremes(channels, bits),
            TestSound.music(3, channels, 4096, 44_100, Math.min(bits, 12)),
            TestSound.gridNoise(4, channels, 1, bits),
            TestSound.gridNoise(5, channels, 3, bits),
            new float[channels][0]
        };
        for (float[][] sound : sounds) {
            Path path = write(sound, samples, 44_100);
            try (FlacStream stream = FlacStream.open(path)) {
                assertThat(stream.info().samples()).isEqualTo(samples);
                assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
            }
        }
    }

    /// The lowest and highest sample in turn: the largest differences there are, and a side channel one bit wider.
    private static float[][] extremes(int channels, int bits) {
        float highest = (float) (1 - Math.scalb(1.0, 1 - bits));
        float[][] sound = new float[channels][8192];
        for (int ch = 0; ch < channels; ch++) {
            for (int i = 0; i < 8192; i++) {
                sound[ch][i] = (i + ch) % 2 == 0 || i > 6000 && ch == 0 ? -1f : highest;
            }
        }
        return sound;
    }

    @Test
    void anotherDecoderReadsTheSame() throws IOException {
        float[][] sound = TestSound.music(1, 2, 50_000, 48_000, 24);
        Path path = write(sound, SampleFormat.INT24, 48_000);
        float[][] got = new float[2][50_000];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            org.jflac.FLACDecoder decoder = new org.jflac.FLACDecoder(in);
            decoder.addPCMProcessor(new PCMProcessor() {
                private int at;

                @Override
                public void processStreamInfo(StreamInfo info) {}

                @Override
                public void processPCM(ByteData pcm) {
                    for (int i = 0; i < pcm.getLen(); i += 3) {
                        int value = pcm.getData(i) & 0xFF | (pcm.getData(i + 1) & 0xFF) << 8 | pcm.getData(i + 2) << 16;
                        got[at % 2][at / 2] = value / 8388608f;
                        at++;
                    }
                }
            });
            decoder.decode();
        }
        assertThat(got).isDeepEqualTo(sound);
    }

    @Test
    void theReferenceProgramVerifiesItAndIsHardlySmaller() throws Exception {
        Assumptions.assumeTrue(available("flac"), "no flac program here");
        for (SampleFormat samples : new SampleFormat[] {SampleFormat.INT16, SampleFormat.INT24}) {
            float[][] sound = TestSound.music(1, 2, 441_000, 44_100, samples.bits());
            Path ours = write(sound, samples, 44_100);
            assertThat(run("flac", "-t", "-s", ours.toString())).isZero();
            Path theirs = folder.resolve("theirs.flac");
            assertThat(run("flac", "-s", "-f", "-5", "--no-padding", "-o", theirs.toString(), ours.toString()))
                    .isZero();
            // Our own file holds 8 kB of padding for tags.
            assertThat(Files.size(ours) - 8192).isLessThan((long) (1.03 * Files.size(theirs)));
            try (FlacStream stream = FlacStream.open(theirs)) {
                assertThat(TestSound.readAll(stream)).isDeepEqualTo(sound);
            }
        }
    }

    @Test
    void everyPresetOfTheReferenceProgramIsRead() throws Exception {
        Assumptions.assumeTrue(available("flac"), "no flac program here");
        float[][] sound = TestSound.music(1, 2, 60_000, 44_100, 16);
        Path ours = write(sound, SampleFormat.INT16, 44_100);
        for (String preset : new String[] {"-0", "-1", "-2", "-3", "-8", "-l32", "-b1000", "-b65535"}) {
            Path theirs = folder.resolve("theirs.flac");
            assertThat(run("flac", "-s", "-f", "--lax", preset, "-o", theirs.toString(), ours.toString()))
                    .isZero();
            try (FlacStream stream = FlacStream.open(theirs)) {
                assertThat(TestSound.readAll(stream)).as(preset).isDeepEqualTo(sound);
            }
        }
    }

    @Test
    void aFileCutAnywhereIsAnError() throws IOException {
        byte[] bytes = Files.readAllBytes(write(TestSound.music(1, 2, 300, 44_100, 16), SampleFormat.INT16, 44_100));
        Path cut = folder.resolve("cut.flac");
        int audio = bytes.length - 800;
        for (int length = 0; length < bytes.length; length += length < 100 || length > audio ? 1 : 97) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (FlacStream stream = FlacStream.open(cut)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .as("cut to %d bytes", length)
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageContaining("cut.flac");
        }
    }

    @Test
    void anyChangedBitOfTheSoundIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(write(TestSound.music(1, 2, 2000, 44_100, 16), SampleFormat.INT16, 44_100));
        int start = bytes.length - 2000;
        Path bad = folder.resolve("bad.flac");
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] changed = bytes.clone();
            changed[start + random.nextInt(2000)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, changed);
            assertThatThrownBy(() -> {
                        try (FlacStream stream = FlacStream.open(bad)) {
                            TestSound.readAll(stream);
                        }
                    })
                    .isInstanceOf(AudioFileException.class);
        }
    }

    @Test
    void whatFlacCannotHoldIsRefusedWithTheCure() {
        Path path = folder.resolve("a.flac");
        AudioFormat stereo = new AudioFormat(48_000, 2);
        assertThatThrownBy(() -> new FlacEncoder(path, stereo, EncoderSettings.of(SampleFormat.FLOAT32)))
                .hasMessageContaining("24 bits");
        assertThatThrownBy(
                        () -> new FlacEncoder(path, new AudioFormat(48_000, 9), EncoderSettings.of(SampleFormat.INT16)))
                .hasMessageContaining("8 channels");
    }

    private Path write(float[][] sound, SampleFormat samples, int rate) throws IOException {
        Path path = folder.resolve("ours.flac");
        try (FlacEncoder encoder =
                new FlacEncoder(path, new AudioFormat(rate, sound.length), EncoderSettings.of(samples))) {
            for (int at = 0, size = 1; at < sound[0].length; size = size % 9000 + 997) {
                int part = Math.min(size, sound[0].length - at);
                encoder.write(sound, at, part);
                at += part;
            }
            encoder.finish();
        }
        return path;
    }

    private static boolean available(String program) throws InterruptedException {
        try {
            return run(program, "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
