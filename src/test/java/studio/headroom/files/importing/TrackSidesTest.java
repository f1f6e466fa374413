package studio.headroom.files.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.TestSound;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;

class TrackSidesTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 30_000;

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = temp.resolve("Song.headroom");
        ProjectFiles.create(folder, Project.empty("Song", RATE));
    }

    private Project song(float[][]... sounds) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (int i = 0; i < sounds.length; i++) {
            Path file = temp.resolve("Guitar " + (i + 1) + ".wav");
            try (PcmEncoder encoder = PcmEncoder.wav(
                    file, new AudioFormat(RATE, sounds[i].length), EncoderSettings.of(SampleFormat.INT24))) {
                encoder.write(sounds[i], 0, FRAMES);
                encoder.finish();
            }
            files.add(file);
        }
        return StemImporter.run(folder, Project.empty("Song", RATE), files, ImportOptions.DEFAULT, ImportProgress.NONE)
                .project();
    }

    private float[][] bounce(Project song) throws IOException {
        float[][] all = new float[2][FRAMES];
        int[] at = {0};
        try (RenderGraph graph = GraphCompiler.compile(song, new ProjectLibrary(folder, RATE), false)) {
            OfflineRender.run(
                    graph,
                    0,
                    FRAMES,
                    1,
                    OfflineRender.DEFAULT_BLOCK,
                    (outputs, offset, frames) -> {
                        for (int c = 0; c < 2; c++) {
                            System.arraycopy(outputs[0][c], offset, all[c], at[0], frames);
                        }
                        at[0] += frames;
                    },
                    frame -> {},
                    () -> false);
        }
        return all;
    }

    private static void assertAlike(float[][] is, float[][] was) {
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                // Gains of cos and sin at the ends of pan are exact to rounding.
                assertThat(is[c][i]).isCloseTo(was[c][i], within(1e-6f));
            }
        }
    }

    private long media() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("media"))) {
            return files.count();
        }
    }

    private static Strip first(Project song) {
        return song.strips().getFirst();
    }

    @Test
    void bothHalvesOfASplitTrackSoundAsItDid() throws IOException {
        Project song = song(TestSound.gridNoise(1, 2, FRAMES, 24));
        Project split = TrackSides.split(folder, song, first(song).id(), ImportProgress.NONE)
                .apply(song);
        assertThat(split.strips()).extracting(Strip::name).containsExactly("Guitar 1 L", "Guitar 1 R");
        assertThat(split.media()).extracting(media -> media.channels()).containsExactly(2, 1, 1);
        assertThat(MediaCheck.check(folder, split)).isEmpty();
        assertAlike(bounce(split), bounce(song));
    }

    @Test
    void joinedTracksSoundAsTheyDidAtTheSides() throws IOException {
        Project song = song(TestSound.gridNoise(1, 1, FRAMES, 24), TestSound.gridNoise(2, 1, FRAMES, 24));
        String left = song.strips().get(0).id();
        String right = song.strips().get(1).id();
        Project panned = StripEdits.set(left, StripControls.PAN, -100)
                .apply(StripEdits.set(right, StripControls.PAN, 100).apply(song));
        Project joined = TrackSides.join(folder, panned, left, right, ImportProgress.NONE)
                .apply(panned);
        assertThat(joined.strips()).hasSize(1);
        assertThat(first(joined).controls().get(StripControls.PAN)).isZero();
        assertAlike(bounce(joined), bounce(panned));
    }

    @Test
    void aTrackWithEqualSidesIsAsLoudInMono() throws IOException {
        float[] side = TestSound.gridNoise(3, 1, FRAMES, 24)[0];
        Project song = song(new float[][] {side, side.clone()});
        Project mono = TrackSides.toMono(folder, song, Set.of(first(song).id()), ImportProgress.NONE)
                .apply(song);
        assertThat(first(mono).name()).isEqualTo("Guitar 1");
        assertThat(mono.media().getLast().channels()).isEqualTo(1);
        assertAlike(bounce(mono), bounce(song));
    }

    @Test
    void whatCannotBeDoneIsSaidAndLeavesNoFiles() throws IOException {
        Project song = song(TestSound.gridNoise(1, 1, FRAMES, 24), TestSound.gridNoise(2, 2, FRAMES, 24));
        long before = media();
        String mono = song.strips().get(0).id();
        String stereo = song.strips().get(1).id();
        assertThatThrownBy(() -> TrackSides.split(folder, song, mono, ImportProgress.NONE))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("nothing in stereo");
        assertThatThrownBy(() -> TrackSides.join(folder, song, mono, stereo, ImportProgress.NONE))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("both have to be mono");
        ImportProgress never = new ImportProgress() {
            @Override
            public void report(double done, String file) {}

            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThatThrownBy(() -> TrackSides.split(folder, song, stereo, never))
                .isInstanceOf(CancellationException.class);
        assertThat(media()).isEqualTo(before);
    }

    @Test
    void namesLoseTheirSide() {
        assertThat(TrackSides.stem("Guitar L")).isEqualTo("Guitar");
        assertThat(TrackSides.stem("Overheads_left")).isEqualTo("Overheads");
        assertThat(TrackSides.stem("Piano (L)")).isEqualTo("Piano");
        assertThat(TrackSides.stem("Level")).isEqualTo("Level");
        assertThat(TrackSides.stem("L")).isEqualTo("L");
    }
}
