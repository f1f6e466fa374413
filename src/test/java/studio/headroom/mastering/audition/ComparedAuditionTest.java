package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.mastering.audition.AuditionRoom.FRAMES;
import static studio.headroom.mastering.audition.AuditionRoom.RATE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.references.ReferenceSound;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;

/// The master beside its print, another print and a reference.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ComparedAuditionTest {
    @TempDir
    private Path folder;

    private AuditionRoom room;

    @BeforeEach
    void prepare() throws IOException {
        room = new AuditionRoom(folder);
    }

    /// A fade of 20 ms between two sines in whatever phases moves by no more than both and their difference in level.
    @Test
    void goingFromOneToAnotherNeverJumpsMoreThanAFadeDoes() throws IOException {
        double step = 2 * Math.PI * 100 / RATE;
        Print one = room.print("one", AuditionRoom.mono(FRAMES, i -> 0.5 * Math.sin(step * i)));
        Print other = room.print("other", AuditionRoom.mono(FRAMES, i -> 0.5 * Math.cos(step * i)));
        Media media = new Media("ref", "prints/" + one.name(), 2, FRAMES, "ref");
        Project with = MasteringEdits.addReference(media, "Reference")
                .apply(AuditionRoom.withChain(room.song, AuditionRoom.insert("top", "limiter", Map.of("gain", -3.0))));
        List<Audition.Wanted> wanted = List.of(
                Audition.Wanted.MASTER,
                new Audition.Wanted(true, "", false),
                new Audition.Wanted(false, "", true),
                new Audition.Wanted(true, "", true),
                new Audition.Wanted(false, "ref", false));
        List<Project> ways = new ArrayList<>();
        for (Audition.Wanted way : wanted) {
            ways.add(Audition.song(with, one, other, way));
        }
        float[][] heard = room.heard(ways.getFirst(), 256, (engine, index) -> {
            if (index >= 100 && index % 25 == 0) {
                int way = index / 25 * 7 % ways.size();
                engine.update(ways.get(way));
                engine.monitor(MonitorControls.VOLUME, way == 0 ? -3 : 0);
            }
            engine.tailFrames(); // Lets the control thread do it.
        });

        double allowed = 0.5 * step // the sine itself
                + 2 * 0.5 / (0.02 * RATE) // one fades out while the other fades in
                + 0.5 / (0.02 * RATE) // the volume
                + 1e-3; // the steps of fades are those of samples
        int end = heard[0].length;
        assertThat(AuditionRoom.largestStep(heard[0], 5_000, end)).isLessThan(allowed);
        // And nothing is silent in between.
        assertThat(AuditionRoom.softest(heard[0], 5_000, end)).isGreaterThan(0.15);
    }

    @Test
    void comparedTheMasterIsAsLoudAsThePrintAndNeitherIsClipped() throws IOException {
        ChainLoudness loudness = new ChainLoudness();
        Level dry = loudness.of(room.print.file(), List.of(), Progress.NONE);
        Level master = loudness.of(room.print.file(), room.song.mastering().chain(), Progress.NONE);
        Levels levels = new Levels(dry, master, Level.UNKNOWN, Level.UNKNOWN, Map.of());
        assertThat(master.lufs() - dry.lufs()).isGreaterThan(2);
        Audition.Wanted bypassed = new Audition.Wanted(true, "", false);

        float[][] wet = heardAt(Audition.Wanted.MASTER, levels.gainDb(Audition.Wanted.MASTER, Set.of(bypassed), 0));
        float[][] plain = heardAt(bypassed, levels.gainDb(bypassed, Set.of(bypassed), 0));

        // What the Master view promises; the latency at the beginning and the tail that is cut are a thousandth of it.
        double common = levels.common(Set.of(bypassed), 0);
        assertThat(ProgramMeter.measure(RATE, wet).integratedLufs()).isEqualTo(common, within(0.1));
        assertThat(ProgramMeter.measure(RATE, plain).integratedLufs()).isEqualTo(common, within(0.1));
        assertThat(ProgramMeter.measure(RATE, wet).truePeakDbtp()).isLessThanOrEqualTo(0.01);
        assertThat(ProgramMeter.measure(RATE, plain).truePeakDbtp()).isLessThanOrEqualTo(0.01);
    }

    /// The loud half of a reference beside the master, and its soft half, to which the master is turned down.
    @ParameterizedTest
    @CsvSource({"0, -16", "1, -32"})
    void theRegionOfAReferenceIsAsLoudAsTheMaster(int half, double lufs) throws IOException {
        double step = 2 * Math.PI * 997 / RATE;
        int middle = FRAMES / 2;
        Print sound = room.print(
                "ref",
                AuditionRoom.mono(FRAMES, i -> Decibels.toGain(i < middle ? -16.0 : -32.0) * Math.sin(step * i)));
        Span region = new Span((long) half * middle, (long) (half + 1) * middle);
        Media media = new Media("ref", "prints/" + sound.name(), 2, FRAMES, "ref");
        Project with = MasteringEdits.referenceRegion("ref", region)
                .apply(MasteringEdits.addReference(media, "Reference").apply(room.song));
        double own = ReferenceSound.of(sound.file(), Progress.NONE).lufs(region);
        assertThat(own).isEqualTo(lufs, within(0.1));
        Level master =
                new ChainLoudness().of(room.print.file(), with.mastering().chain(), Progress.NONE);
        Levels levels = new Levels(Level.UNKNOWN, master, Level.UNKNOWN, Level.UNKNOWN, Map.of("ref", own));
        Audition.Wanted reference = new Audition.Wanted(false, "ref", false);

        float[][] one = heardAt(with, Audition.Wanted.MASTER, levels, reference);
        float[][] other = heardAt(with, reference, levels, reference);

        double heard = ProgramMeter.measure(RATE, one).integratedLufs();
        assertThat(ProgramMeter.measure(RATE, other).integratedLufs()).isEqualTo(heard, within(0.2));
        assertThat(heard).isEqualTo(Math.min(master.lufs(), own), within(0.1));
    }

    private float[][] heardAt(Project song, Audition.Wanted wanted, Levels levels, Audition.Wanted compared)
            throws IOException {
        double db = levels.gainDb(wanted, Set.of(compared), 0);
        return room.heard(Audition.song(song, room.print, null, wanted), 256, (engine, index) -> {
            if (index < 0) {
                engine.monitor(MonitorControls.VOLUME, db);
            }
        });
    }

    private float[][] heardAt(Audition.Wanted wanted, double db) throws IOException {
        return room.heard(Audition.song(room.song, room.print, null, wanted), 256, (engine, index) -> {
            if (index < 0) {
                engine.monitor(MonitorControls.VOLUME, db);
            }
        });
    }

    @Test
    void aReferencesRegionIsRepeatedFromTheSongsLoopOn() {
        Media media = new Media("ref", "media/ref.wav", 2, 100_000, "ref");
        Project with = MasteringEdits.addReference(media, "Reference").apply(room.song);
        with = MasteringEdits.referenceRegion("ref", new Span(10_000, 60_000)).apply(with);
        with = SongEdits.loop(new Span(70_000, 90_000)).apply(with);
        Project played = Audition.song(with, room.print, null, new Audition.Wanted(false, "ref", false));
        var clips = played.strips().stream()
                .filter(strip ->
                        strip.name().equals("Reference") && !strip.clips().isEmpty())
                .findFirst()
                .orElseThrow()
                .clips();
        assertThat(clips.getFirst().start()).isZero();
        assertThat(clips).anySatisfy(clip -> {
            assertThat(clip.start()).isEqualTo(70_000);
            assertThat(clip.offset()).isEqualTo(10_000);
        });
        assertThat(clips.getLast().end()).isEqualTo(FRAMES);
        for (int i = 1; i < clips.size(); i++) {
            assertThat(clips.get(i).start()).isEqualTo(clips.get(i - 1).end());
        }
    }
}
