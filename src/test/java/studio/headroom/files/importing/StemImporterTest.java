package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.external.FfmpegStream;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;

/// What becomes of stems.
class StemImporterTest extends StemFolder {
    @Test
    void stemsBecomeTracksWithNamesColorsAndClips() throws IOException {
        Path kick = wav("01 Kick.wav", SampleFormat.INT24, RATE, TestSound.gridNoise(1, 1, 5000, 24));
        Path vox = wav("02 Lead Vox.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(2, 2, 7000, 16));
        ImportResult result = run(kick, vox);
        Project song = result.project();
        assertThat(song.strips()).extracting(Strip::name).containsExactly("Kick", "Lead Vox");
        assertThat(song.strips()).extracting(Strip::color).containsExactly("coral", "violet");
        assertThat(song.media())
                .extracting(m -> m.path())
                .containsExactly("media/01 Kick.wav", "media/02 Lead Vox.wav");
        assertThat(song.media()).extracting(m -> m.origin()).containsExactly("01 Kick.wav", "02 Lead Vox.wav");
        assertThat(song.media()).extracting(m -> m.channels()).containsExactly(1, 2);
        assertThat(song.strips().get(1).clips())
                .containsExactly(Clip.whole("clip2", song.media().get(1), 0));
        assertThat(result.stems()).allSatisfy(stem -> assertThat(stem.notes()).isEmpty());
        ProjectFiles.save(folder, song);
        assertThat(ProjectFiles.load(folder)).isEqualTo(song);
        assertThat(files(folder.resolve("media")).keySet()).containsExactly("01 Kick.wav", "02 Lead Vox.wav");
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, INT16, 8",
        "INT16, INT16, 16",
        "INT24, INT24, 24",
        "INT32, FLOAT32, 24",
        "FLOAT32, FLOAT32, 24",
        "FLOAT64, FLOAT32, 24"
    })
    void samplesAreKeptToTheBit(SampleFormat given, SampleFormat kept, int bits) throws IOException {
        float[][] sound = TestSound.gridNoise(3, 2, 40_000, bits);
        ImportResult result = run(wav("a.wav", given, RATE, sound));
        Path media = folder.resolve(result.stems().getFirst().media());
        assertThat(AudioFiles.info(media).samples()).isEqualTo(kept);
        assertThat(read(media)).isDeepEqualTo(sound);
    }

    @Test
    void anotherRateIsResampledToFloat() throws IOException {
        float[][] sound = TestSound.tones(1, 44_100, 44_100);
        ImportResult result = run(wav("tone.wav", SampleFormat.INT16, 44_100, sound));
        ImportedStem stem = result.stems().getFirst();
        assertThat(stem.notes()).containsExactly("resampled from 44.1 to 48 kHz");
        assertThat(stem.frames()).isEqualTo(48_000);
        Path media = folder.resolve(stem.media());
        assertThat(AudioFiles.info(media).samples()).isEqualTo(SampleFormat.FLOAT32);
        assertThat(AudioFiles.info(media).format()).isEqualTo(new AudioFormat(RATE, 1));
        // The same tone at the new rate, away from the ends where the filter meets silence; 16 bits allow 98 dB.
        float[][] expected = TestSound.tones(1, 48_000, RATE);
        assertThat(TestSound.snr(expected[0], read(media)[0], 1000, 47_000)).isGreaterThan(85);
    }

    /// What ffmpeg reads may be lossless: nothing is said about that.
    @Test
    void whatAnotherProgramReadsIsNotCalledLossy() throws IOException {
        Assumptions.assumeTrue(FfmpegStream.program().isPresent(), "no ffmpeg here");
        Path bass = Files.copy(Path.of("src/test/resources/audio/tone.wma"), stems.resolve("Bass.wma"));
        assertThat(run(bass).stems().getFirst().notes())
                .contains("read by ffmpeg")
                .noneMatch(note -> note.contains("lossy"));
    }

    @Test
    void codedFilesAreDecodedWhateverTheirName() throws IOException {
        float[][] sound = TestSound.gridNoise(5, 2, 30_000, 24);
        Path flac = coded("Keys.flac", sound, SampleFormat.INT24);
        Path misnamed = Files.move(
                coded("Pad.flac", TestSound.gridNoise(6, 1, 9_000, 16), SampleFormat.INT16), stems.resolve("Pad.wav"));
        Path mp3 = coded("Vox.mp3", TestSound.tones(1, 48_000, RATE), SampleFormat.FLOAT32);
        ImportResult result = run(flac, misnamed, mp3);
        assertThat(read(folder.resolve("media/Keys.wav"))).isDeepEqualTo(sound);
        assertThat(AudioFiles.info(folder.resolve("media/Pad.wav")).container()).isEqualTo("WAV");
        assertThat(result.stems().get(2).notes())
                .anySatisfy(note -> assertThat(note).contains("a lossy coding"));
        assertThat(MediaCheck.check(folder, result.project())).isEmpty();
        byte[] whole = Files.readAllBytes(flac);
        Path cut = Files.write(stems.resolve("cut.flac"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(misnamed, cut, "cut.flac");
    }

    private Path coded(String name, float[][] sound, SampleFormat samples) throws IOException {
        Path file = stems.resolve(name);
        EncoderSettings settings = EncoderSettings.of(samples);
        try (AudioFileWriter writer = AudioFiles.create(file, new AudioFormat(RATE, sound.length), settings)) {
            writer.write(sound, 0, sound[0].length);
        }
        return file;
    }

    @Test
    void theSourceIsNeverChanged() throws IOException {
        wav("a.wav", SampleFormat.INT16, 44_100, TestSound.tones(2, 1000, 44_100));
        Map<String, Integer> before = files(stems);
        run(stems.resolve("a.wav"));
        assertThat(files(stems)).isEqualTo(before);
    }

    @Test
    void theSameFileTwiceIsOneTrackAndTheSameSoundIsKeptOnce() throws IOException {
        Path kick = wav("Kick.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        Path copy = Files.copy(kick, stems.resolve("Kick copy.wav"));
        Path link = Files.createSymbolicLink(stems.resolve("link.wav"), kick);
        ImportResult result = run(kick, copy, link, kick);
        assertThat(result.project().strips()).extracting(Strip::name).containsExactly("Kick", "Kick copy");
        assertThat(result.project().media()).hasSize(1);
        assertThat(result.stems().get(1).notes()).containsExactly("the same sound as 'Kick', kept once");
        ImportResult again =
                StemImporter.run(folder, result.project(), List.of(copy), ImportOptions.DEFAULT, ImportProgress.NONE);
        assertThat(again.project().media()).hasSize(1);
        assertThat(again.stems().getFirst().notes()).containsExactly("the project has this sound already, kept once");
        assertThat(files(folder.resolve("media")).keySet()).containsExactly("Kick.wav");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has such a name there")
    void namesThatNobodyCanReadInALineBecomeOne() throws IOException {
        Path lines = wav("Kick\nIn.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        Path tab = wav("\tSnare .wav", SampleFormat.INT16, RATE, TestSound.gridNoise(2, 1, 500, 16));
        Path blank = wav(" .wav", SampleFormat.INT16, RATE, TestSound.gridNoise(3, 1, 500, 16));
        ImportResult result = run(lines, tab, blank);
        assertThat(result.project().strips()).extracting(Strip::name).containsExactly("Kick In", "Snare", "Track");
        assertThat(result.stems()).extracting(stem -> stem.track()).containsExactly("Kick In", "Snare", "Track");
        ProjectFiles.save(folder, result.project());
        assertThat(ProjectFiles.load(folder)).isEqualTo(result.project());
    }

    @Test
    void filesOfTheSameNameStandSideBySide() throws IOException {
        Path one = wav("Kick.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        Files.createDirectory(stems.resolve("b"));
        Path two = wav("b/KICK.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(2, 1, 500, 16));
        ImportResult result = run(one, two);
        assertThat(result.project().media())
                .extracting(m -> m.path())
                .containsExactly("media/Kick.wav", "media/KICK 2.wav");
    }

    @Test
    void equalChannelsAreReportedAndFoldedOnlyWhenAsked() throws IOException {
        float[] row = TestSound.gridNoise(1, 1, 30_000, 24)[0];
        Path source = wav("Vox.wav", SampleFormat.INT24, RATE, new float[][] {row, row.clone()});
        ImportedStem kept = run(source).stems().getFirst();
        assertThat(kept.channels()).isEqualTo(2);
        assertThat(kept.dualMono()).isTrue();
        assertThat(kept.notes()).containsExactly("both channels are the same");
        ImportResult folded = StemImporter.run(
                folder, empty, List.of(source), new ImportOptions(true, false, 1), ImportProgress.NONE);
        assertThat(folded.stems().getFirst().channels()).isEqualTo(1);
        assertThat(folded.stems().getFirst().notes()).containsExactly("both channels were the same: made mono");
        assertThat(read(folder.resolve(folded.stems().getFirst().media()))).isDeepEqualTo(new float[][] {row});
    }

    @Test
    void timeStampsAreOfferedAndUsedWhenAsked() throws IOException {
        Path first = stamped("first.wav", 3600L * 44_100);
        Path second = stamped("second.wav", 3600L * 44_100 + 22_050);
        Path without = wav("without.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16));
        ImportResult offered = run(first, second, without);
        assertThat(offered.stems())
                .extracting(ImportedStem::timeStamp)
                .containsExactly(3600L * RATE, 3600L * RATE + 24_000, -1L);
        assertThat(offered.stems().get(1).notes())
                .contains("its time stamp lies 0.500 s after the earliest; it was placed at the beginning");
        assertThat(starts(offered.project())).containsExactly(0L, 0L, 0L);
        ImportResult used = StemImporter.run(
                folder, empty, List.of(first, second, without), new ImportOptions(false, true, 2), ImportProgress.NONE);
        assertThat(starts(used.project())).containsExactly(0L, 24_000L, 0L);
    }

    @Test
    void whatPeopleShouldKnowIsNoted() throws IOException {
        float[][] loud = {{0, 2, 0, -0.5f}};
        assertThat(run(wav("loud.wav", SampleFormat.FLOAT32, RATE, loud))
                        .stems()
                        .getFirst()
                        .notes())
                .containsExactly("peaks at +6.0 dBFS; nothing was clipped");
        assertThat(run(wav("silence.wav", SampleFormat.INT16, RATE, new float[1][100]))
                        .stems()
                        .getFirst()
                        .notes())
                .containsExactly("silent");
        assertThat(run(wav("wide.wav", SampleFormat.FLOAT64, RATE, TestSound.gridNoise(1, 1, 9, 16)))
                        .stems()
                        .getFirst()
                        .notes())
                .containsExactly("64-bit float stored as 32-bit float");
    }

    @Test
    void theEditFitsAProjectThatWentOn() throws IOException {
        ImportResult result = run(wav("Kick.wav", SampleFormat.INT16, RATE, TestSound.gridNoise(1, 1, 500, 16)));
        Project later = StripEdits.add(Strip.Kind.BUS, "Drums", 0)
                .apply(SongEdits.title("Later").apply(empty));
        Project merged = result.edit().apply(later);
        assertThat(merged.strips()).extracting(Strip::id).containsExactlyInAnyOrder("strip1", "strip2");
        assertThat(result.edit().name()).isEqualTo("Import 'Kick'");
    }

    private static List<Long> starts(Project project) {
        return project.strips().stream()
                .map(strip -> strip.clips().getFirst().start())
                .toList();
    }

    /// A Broadcast WAV file of silence with a time reference (EBU Tech 3285: at byte 338 of the chunk).
    private Path stamped(String name, long timeReference) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 24 + 8 + 602 + 8 + 2000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(bytes.capacity() - 8).put(ascii("WAVE"));
        bytes.put(ascii("fmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(44_100)
                .putInt(88_200);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("bext"))
                .putInt(602)
                .putLong(bytes.position() + 338, timeReference)
                .position(bytes.position() + 602);
        bytes.put(ascii("data")).putInt(2000).putShort(bytes.position() + 2, (short) name.length());
        return Files.write(stems.resolve(name), bytes.array());
    }
}
