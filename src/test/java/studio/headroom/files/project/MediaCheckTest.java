package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

class MediaCheckTest {
    @TempDir
    private Path elsewhere;

    @TempDir
    private Path folder;

    private Path file;
    private Project song;

    @BeforeEach
    void createSong() throws IOException {
        Files.createDirectory(folder.resolve("media"));
        file = write(48_000, 2, 1000);
        Media media = new Media("m1", "media/Kick.wav", 2, 1000, "01 Kick.flac", Sha256.of(file));
        song = Project.empty("Song", 48_000)
                .withMedia(List.of(media))
                .withStrips(List.of(
                        Strip.create(Strip.Kind.TRACK, "s1", "Kick").withClips(List.of(Clip.whole("c1", media, 0)))));
    }

    @Test
    void aWholeSongHasNoProblems() throws IOException {
        assertThat(MediaCheck.check(folder, song)).isEmpty();
        assertThatCode(() -> MediaCheck.require(folder, song)).doesNotThrowAnyException();
        assertThat(MediaCheck.compareContent(folder, song.media().getFirst())).isEmpty();
    }

    @Test
    void aMissingFileIsNamedWithTheCure() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> MediaCheck.require(folder, song))
                .isInstanceOf(FileException.class)
                .hasMessageMatching(
                        "The sound file '.*Kick.wav' is missing. Put the right file back in its place or import it"
                                + " again \\(it came from '01 Kick.flac'\\).");
    }

    @Test
    void everyContradictionIsFound() throws IOException {
        write(48_000, 2, 999);
        assertProblem("shorter than the project expects (999 frames, not 1000)");
        write(48_000, 2, 1001);
        assertProblem("longer than the project expects");
        write(48_000, 1, 1000);
        assertProblem("has 1 channel, and the project expects 2 channels");
        write(44_100, 2, 1000);
        assertProblem("has a sample rate of 44100 Hz, and the project has 48000 Hz");
        Files.writeString(file, "no sound at all");
        assertProblem("Kick.wav");
        byte[] cut = java.util.Arrays.copyOf(Files.readAllBytes(write(48_000, 2, 1000)), 500);
        Files.write(file, cut);
        assertProblem("Kick.wav");
        Files.delete(file);
        Files.createSymbolicLink(file, Files.createFile(elsewhere.resolve("outside.wav")));
        assertProblem("leads out of the project folder");
    }

    private void assertProblem(String message) {
        assertThat(MediaCheck.check(folder, song)).singleElement().satisfies(problem -> {
            assertThat(problem.used()).isTrue();
            assertThat(problem.message()).contains(message).contains("import it again");
        });
    }

    @Test
    void whatNoClipPlaysDoesNotStopASong() throws IOException {
        Files.delete(file);
        Project unused = song.withStrips(List.of());
        assertThat(MediaCheck.check(folder, unused))
                .singleElement()
                .satisfies(p -> assertThat(p.used()).isFalse());
        assertThatCode(() -> MediaCheck.require(folder, unused)).doesNotThrowAnyException();
    }

    @Test
    void exchangedContentIsFoundByItsChecksum() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(MediaCheck.check(folder, song)).isEmpty();
        assertThat(MediaCheck.compareContent(folder, song.media().getFirst()))
                .hasValueSatisfying(message -> assertThat(message).contains("is not the sound that was imported"));
    }

    private Path write(int rate, int channels, int frames) throws IOException {
        Path target = folder.resolve("media/Kick.wav");
        Files.deleteIfExists(target);
        EncoderSettings settings = EncoderSettings.of(SampleFormat.INT24);
        try (PcmEncoder encoder = PcmEncoder.wav(target, new AudioFormat(rate, channels), settings)) {
            encoder.write(new float[channels][frames], 0, frames);
            encoder.finish();
        }
        return target;
    }
}
