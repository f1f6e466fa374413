package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.check.Finding;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Project;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.advise.CheckModel;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `headroom check PROJECT` and the window's check say the same of what a song delivers.
class CheckedAlikeTest {
    private static final int RATE = 48_000;

    @TempDir
    private Path folder;

    /// What was found, as both can tell it.
    private record Told(String kind, String severity, double value, double from, double to, long count) {
        static Told of(JsonNode finding) {
            return new Told(
                    finding.get("kind").asString(),
                    finding.get("severity").asString(),
                    finding.get("value").asDouble(),
                    finding.get("from").asDouble(),
                    finding.get("to").asDouble(),
                    finding.get("count").asLong());
        }

        static Told of(Finding finding) {
            return new Told(
                    finding.kind().id(),
                    finding.severity().id(),
                    finding.value(),
                    (double) finding.from() / RATE,
                    (double) finding.to() / RATE,
                    finding.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "padded, padded-bits",
        "clipped, clipped",
        "lossy, lossy",
        "upsampled, upsampled",
        "noisy, noise",
        "late, long-head",
    })
    void cutsAndFadesAreJudgedAlike(String fault, String kind) throws IOException {
        Path file = Cli.write(folder.resolve(fault + ".wav"), RATE, sound(fault));
        Path place = folder.resolve("Song.headroom");
        Path print = NewSong.ofMaster(place, "Song", file, ImportProgress.NONE);
        assertThat(alike(place, print, Ends.WHOLE)).extracting(Told::kind).contains(kind);
        Ends faded = Ends.WHOLE.withFadeIn(2).withFadeOut(6).withShape(Fade.Shape.SLOW);
        Ends trimmed = faded.withHead(new Ends.Edge.Silence(0.1)).withTail(new Ends.Edge.Silence(0.5));
        Ends cut = Ends.WHOLE.withHead(new Ends.Edge.At(3.1)).withTail(new Ends.Edge.At(12.3));
        for (Ends ends : List.of(faded, trimmed, cut)) {
            List<Told> told = alike(place, print, ends);
            if (List.of("padded", "lossy", "upsampled").contains(fault)) {
                assertThat(told).as(ends.toString()).extracting(Told::kind).contains(kind);
            }
        }
    }

    /// What both find.
    private List<Told> alike(Path place, Path print, Ends ends) throws IOException {
        Project song = ProjectFiles.load(place);
        Project changed = song.withMastering(song.mastering().withEnds(ends));
        ProjectFiles.save(place, changed);
        Cli run = Cli.run("check", place, "--json");
        JsonNode findings = new ObjectMapper().readTree(run.out()).get("findings");
        List<Told> said = sorted(StreamSupport.stream(findings.spliterator(), false)
                .map(Told::of)
                .toList());
        List<Told> shown = sorted(window(place, changed, print).stream()
                .filter(row -> !row.mended())
                .map(row -> Told.of(row.finding()))
                .toList());
        assertThat(shown).as(ends.toString()).isEqualTo(said);
        return said;
    }

    private static List<Told> sorted(List<Told> told) {
        return told.stream().sorted(Comparator.comparing(Told::kind)).toList();
    }

    private List<CheckModel.Row> window(Path place, Project song, Path print) throws IOException {
        SongHistory history = new SongHistory(song, message -> {});
        Playback playback = new Playback(ColdEngine.open(song, new ProjectLibrary(place, RATE), edit -> {}), history);
        SongFile file = new SongFile(
                place,
                song,
                history,
                new OpenSongs(folder.resolve("open")).open(place),
                Duration.ofHours(1),
                Runnable::run,
                Runnable::run,
                trouble -> {});
        ObjectProperty<@Nullable Print> chosen = new SimpleObjectProperty<>(
                new Print(print, 1, "Print", "0".repeat(64), Instant.EPOCH, RATE, 2, frames(print)));
        List<String> failures = new ArrayList<>();
        try (CheckModel model = new CheckModel(new MasterSession(
                new SongSession(history, new Selection(history), playback, file),
                chosen,
                new Hearing(),
                Runnable::run,
                Runnable::run,
                failures::add))) {
            model.check();
            assertThat(model.trouble()).isEmpty();
            assertThat(failures).isEmpty();
            return model.rows();
        } finally {
            playback.close();
            file.close(() -> {});
        }
    }

    private static long frames(Path file) throws IOException {
        try (AudioFileStream stream = AudioFiles.open(file)) {
            return stream.expectedFrames();
        }
    }

    /// 14 seconds of music between half a second of silence and one and a half.
    private static float[][] sound(String fault) {
        float[][] sound = Cli.music(RATE, 16, 2);
        SplittableRandom random = new SplittableRandom(3);
        double head = fault.equals("late") ? 2 : 0.5;
        for (int i = 0; i < sound[0].length; i++) {
            double t = (double) i / RATE;
            double inside = Math.clamp(Math.min(t - head, 14.5 - t) * 20, 0, 1);
            boolean pause = fault.equals("noisy") && t % 2 > 1;
            for (float[] row : sound) {
                double noise = fault.equals("noisy") ? 0.003 * (random.nextDouble() - 0.5) : 0;
                row[i] = (float) (inside * ((pause ? 0 : row[i]) + noise));
            }
        }
        return switch (fault) {
            case "padded" -> each(sound, x -> Math.round(x * 32_768) / 32_768f);
            case "clipped" -> each(sound, x -> Math.clamp(5 * x, -1, 1));
            case "lossy" -> lowPassed(sound, 16_000);
            case "upsampled" -> lowPassed(sound, 11_500);
            default -> sound;
        };
    }

    /// 301 taps of a sinc under a Blackman window.
    private static float[][] lowPassed(float[][] sound, double hertz) {
        int half = 150;
        float[] taps = new float[2 * half + 1];
        for (int k = -half; k <= half; k++) {
            double x = 2 * hertz / RATE * k;
            double sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double window = 0.42 + 0.5 * Math.cos(Math.PI * k / half) + 0.08 * Math.cos(2 * Math.PI * k / half);
            taps[k + half] = (float) (2 * hertz / RATE * sinc * window);
        }
        float[][] out = new float[sound.length][sound[0].length];
        for (int c = 0; c < out.length; c++) {
            for (int i = half; i < out[c].length - half; i++) {
                float sum = 0;
                for (int k = -half; k <= half; k++) {
                    sum += taps[k + half] * sound[c][i - k];
                }
                out[c][i] = sum;
            }
        }
        return out;
    }

    private interface Change {
        float of(float x);
    }

    private static float[][] each(float[][] sound, Change change) {
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = change.of(row[i]);
            }
        }
        return sound;
    }
}
