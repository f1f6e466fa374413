package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.ui.timeline.Song.BEAT;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import studio.headroom.dsp.analysis.KeyEstimate;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.ClipEdits;

/// What is heard in clips, and what is done with it: all on one thread.
class ClipToolsTest {
    /// Strokes at 100 a minute, the first 7000 frames into the file.
    private static final double TEMPO = 100;

    private static final long FIRST = 7000;
    private static final float PEAK = 0.25f;

    private final Song song = new Song(2);
    private final Executor now = Runnable::run;
    private final MediaLibrary library = media -> new Clicks(48_000, media.frames(), TEMPO, FIRST, PEAK);

    ClipToolsTest() {
        // The whole file of a minute, a beat behind the song's beginning.
        song.model.apply(ClipEdits.delete(java.util.Set.of("clip1")));
        song.model.apply(ClipEdits.add("track1", "media1", BEAT));
    }

    private Clip whole() {
        return song.model.song().strips().getFirst().clips().getFirst();
    }

    private DetectModel detect() {
        return new DetectModel(song.model, List.of(whole()), library, now, now, () -> {});
    }

    @Test
    void theSoundOfClipsIsWhatTheTimelineShows() throws IOException {
        song.model.apply(ClipEdits.reverse(whole().id()));
        try (ClipSound sound = new ClipSound(song.model.song(), List.of(whole()), library, true)) {
            float[][] all = new float[1][60 * 48_000];
            int at = 0;
            for (int read = sound.read(all, 0, 999); read > 0; read = sound.read(all, at, 999)) {
                at += read;
            }
            float[][] file = new float[1][60 * 48_000];
            library.open(song.model.song().media().getFirst()).read(0, file, 0, file[0].length);
            assertThat(at).isEqualTo(file[0].length);
            for (int i = 0; i < at; i++) {
                assertThat(all[0][i]).isEqualTo(file[0][at - 1 - i]);
            }
        }
    }

    @Test
    void tempoAndBeatsAreOfferedAndNothingIsForced() {
        int steps = song.history.steps().size();
        DetectModel found = detect();
        Findings heard = found.findings();
        assertThat(heard).isNotNull();
        assertThat(heard.tempi().getFirst()).isCloseTo(TEMPO, within(0.2));
        assertThat(heard.tempi()).anyMatch(tempo -> Math.abs(tempo - 50) < 0.2);
        assertThat(heard.tempi()).anyMatch(tempo -> Math.abs(tempo - 150) < 0.3);
        assertThat(heard.tempi()).anyMatch(tempo -> Math.abs(tempo - 66.67) < 0.3);
        assertThat(Findings.sureness(heard.tempo().confidence())).isEqualTo("sure");
        assertThat(song.history.steps()).hasSize(steps);
    }

    @Test
    void theTempoIsSetAndTheFirstBeatBeginsABarInOneStepEach() {
        DetectModel found = detect();
        found.choose(100);
        found.setTempo();
        assertThat(song.model.song().tempo().beatsPerMinute()).isEqualTo(100);
        assertThat(found.isSongsTempo()).isTrue();
        song.history.undo();
        int steps = song.history.steps().size();
        found.moveToBar();
        assertThat(song.history.steps()).hasSize(steps + 1);
        long stroke = whole().start() + FIRST;
        long bar = Math.round(song.model.grid().framesPerBar());
        long off = Math.floorMod(stroke + bar / 2, bar) - bar / 2;
        // The first stroke begins bar 2, as near as onsets are found: 15 ms.
        assertThat(Math.abs(off)).isLessThan(720);
        assertThat(found.toBar()).isNotNull().extracting(Findings.ToBar::frames).isEqualTo(0L);
        song.history.undo();
        assertThat(song.model.song().tempo().beatsPerMinute()).isEqualTo(120);
    }

    @Test
    void onsetsStayWithTheSoundAndAreSnappedTo() {
        DetectModel found = detect();
        found.snapToOnsets(true);
        song.model.snapGrid(SnapGrid.EDGES);
        long stroke = whole().start() + FIRST;
        assertThat(song.model.snapped(stroke + 1500, java.util.Set.of(), false)).isCloseTo(stroke, within(720L));
        song.model.apply(ClipEdits.move(java.util.Set.of(whole().id()), 100_000));
        assertThat(song.model.snapped(stroke + 101_500, java.util.Set.of(), false))
                .isCloseTo(stroke + 100_000, within(720L));
        found.snapToOnsets(false);
        assertThat(song.model.snapped(stroke + 101_500, java.util.Set.of(), false))
                .isEqualTo(stroke + 101_500);
    }

    @Test
    void aSplitAtOnsetsCutsBeforeEachStrokeAndIsOneStep() {
        DetectModel found = detect();
        int steps = song.history.steps().size();
        song.model.apply(ClipEdits.move(java.util.Set.of(whole().id()), 4800));
        found.split();
        List<Clip> parts = song.model.song().strips().getFirst().clips();
        assertThat(parts).hasSizeBetween(95, 105);
        double beat = 60 * 48_000 / TEMPO;
        for (Clip part : parts.subList(1, parts.size())) {
            double since = part.offset() - FIRST;
            double off = since - Math.rint(since / beat) * beat;
            assertThat(off).isBetween(-1000.0, 700.0);
        }
        assertThat(song.history.steps()).hasSize(steps + 2);
        song.history.undo();
        song.history.undo();
    }

    @Test
    void withoutAnythingToHearThereIsNoAnswer() {
        DetectModel none = new DetectModel(
                song.model,
                List.of(whole()),
                media -> new Clicks(48_000, media.frames(), TEMPO, media.frames(), PEAK),
                now,
                now,
                () -> {});
        assertThat(none.findings()).isNotNull();
        assertThat(none.findings().tempi()).isEmpty();
        assertThat(none.findings().keys()).isEmpty();
        none.moveToBar();
        none.setTempo();
        assertThat(song.model.song().tempo().beatsPerMinute()).isEqualTo(120);
    }

    @Test
    void aFileThatCannotBeReadIsToldInWords() {
        DetectModel failed = new DetectModel(
                song.model,
                List.of(whole()),
                media -> {
                    throw new IOException("The sound file '1.wav' is missing.");
                },
                now,
                now,
                () -> {});
        assertThat(failed.findings()).isNull();
        assertThat(failed.failure()).contains("missing");
    }

    @Test
    void whatIsCalledOffIsNeverHeardOf() {
        Queue<Runnable> background = new ArrayDeque<>();
        List<String> heard = new ArrayList<>();
        DetectModel model = new DetectModel(
                song.model, List.of(whole()), library, background::add, now, () -> heard.add("changed"));
        model.close();
        background.remove().run();
        assertThat(heard).isEmpty();
        assertThat(model.findings()).isNull();
    }

    @Test
    void theKeyIsWrittenIntoTheNotes() {
        DetectModel found = detect();
        found.choose(new KeyEstimate.Key(9, true));
        found.noteKey();
        assertThat(song.model.song().notes()).isEqualTo("Key: A minor");
    }

    // ---- silence ----

    private SilenceModel silence() {
        return new SilenceModel(song.model, List.of(whole()), library, now, now, () -> {});
    }

    @Test
    void silenceIsShownBeforeItGoesAndComesBackWithOneUndo() {
        var before = song.model.song();
        SilenceModel model = silence();
        List<Span> kept = song.model.kept().get(whole().id());
        assertThat(kept).hasSizeBetween(98, 100);
        assertThat(song.model.song()).isEqualTo(before);
        double beat = 60 * 48_000 / TEMPO;
        assertThat(kept.getFirst().start()).isCloseTo(BEAT + FIRST - 960, within(480L));
        assertThat(kept.get(1).start() - kept.get(0).start()).isCloseTo(Math.round(beat), within(480L));
        assertThat(model.strip()).isTrue();
        assertThat(song.model.kept()).isEmpty();
        assertThat(song.model.song().strips().getFirst().clips()).hasSize(kept.size());
        song.history.undo();
        assertThat(song.model.song()).isEqualTo(before);
    }

    @Test
    void aHigherThresholdKeepsLessAndSilenceAloneIsTold() {
        SilenceModel model = silence();
        double share = model.outcome().share();
        var usual = model.silence();
        model.silence(new studio.headroom.dsp.analysis.LevelProfile.Silence(
                -20, usual.leastSilence(), usual.before(), usual.after()));
        assertThat(model.outcome().share()).isLessThan(share);
        model.silence(new studio.headroom.dsp.analysis.LevelProfile.Silence(-7, 0.3, 0, 0));
        assertThat(model.outcome().pieces()).isZero();
        model.close();
        assertThat(song.model.kept()).isEmpty();
    }

    @Test
    void aClipThatWasChangedMeanwhileIsLeftAlone() {
        SilenceModel model = silence();
        song.model.apply(ClipEdits.move(java.util.Set.of(whole().id()), 100));
        assertThat(model.kept()).isNotEmpty();
        song.model.apply(ClipEdits.slip(java.util.Set.of(whole().id()), -100));
        song.model.apply(studio.headroom.project.edit.ClipCuts.trimEnd(whole().id(), 400_000));
        assertThat(model.kept()).isEmpty();
        assertThat(model.strip()).isFalse();
    }

    // ---- levels ----

    @Test
    void levelsAreThoseOfTheSoundFile() throws IOException {
        Listening.Progress progress = new Listening.Progress() {
            @Override
            public void at(double share) {
                assertThat(share).isBetween(0.0, 1.0);
            }

            @Override
            public boolean getAsBoolean() {
                return false;
            }
        };
        Map<String, Double> peaks =
                ClipLevels.of(song.model.song(), List.of(whole()), ClipLevels.Measure.PEAK, library, progress);
        // A quarter of full scale is -12.04 dB.
        assertThat(peaks.get(whole().id())).isCloseTo(-12.04, within(0.01));
        Map<String, Double> loudness =
                ClipLevels.of(song.model.song(), List.of(whole()), ClipLevels.Measure.LOUDNESS, library, progress);
        assertThat(loudness.get(whole().id())).isBetween(-50.0, -20.0);
    }

    // ---- reach ----

    @Test
    void rippleMovesWhatFollowsOnTheTrackOrEverywhere() {
        song.model.apply(ClipEdits.add("track1", "media1", 200 * BEAT));
        song.model.apply(studio.headroom.project.edit.SongEdits.addMarker(100 * BEAT, "Verse"));
        String first = whole().id();
        song.model.selection().clips(List.of(first));
        song.model.modes().ripple(EditModes.Ripple.TRACK);
        song.actions.clips().nudge(BEAT);
        List<Clip> clips = song.model.song().strips().getFirst().clips();
        assertThat(clips).extracting(Clip::start).containsExactly(2L * BEAT, 201L * BEAT);
        song.model.modes().nextRipple();
        song.actions.clips().delete();
        clips = song.model.song().strips().getFirst().clips();
        long closed = 60 * 48_000;
        assertThat(clips).extracting(Clip::start).containsExactly(201L * BEAT - closed);
        assertThat(song.model.song().markers()).isEmpty();
        song.model.modes().nextRipple();
        assertThat(song.model.modes().ripple()).isEqualTo(EditModes.Ripple.OFF);
    }

    @Test
    void clipsOfGroupedTracksAreChosenTogether() {
        Song drums = new Song(3);
        drums.model.apply(
                studio.headroom.project.edit.GroupEdits.create("Drums", java.util.Set.of("track1", "track3")));
        drums.hand.press(Song.x(6), Song.y(0), 1, false, false, false);
        drums.hand.release();
        assertThat(drums.model.selection().clips().get()).containsExactly("clip1", "clip3");
        drums.drag(Song.x(6), Song.y(0), Song.x(8), Song.y(0));
        assertThat(drums.clip("clip3").start()).isEqualTo(6 * BEAT);
        assertThat(drums.clip("clip2").start()).isEqualTo(4 * BEAT);
        drums.model.modes().groupsTogether(false);
        drums.hand.press(Song.x(6), Song.y(1), 1, false, false, false);
        drums.hand.release();
        drums.hand.press(Song.x(8), Song.y(0), 1, false, false, false);
        drums.hand.release();
        assertThat(drums.model.selection().clips().get()).containsExactly("clip1");
    }

    @Test
    void aSplitAtTheSelectedTimeCutsAtBothEnds() {
        song.model.selection().clips(List.of());
        song.model
                .selection()
                .strips(song.model.song().strips().stream().map(Strip::id).toList());
        song.model.time(new Span(5 * BEAT, 6 * BEAT));
        song.actions.clips().splitAtTime();
        for (Strip strip : song.model.song().strips()) {
            assertThat(strip.clips()).hasSize(3);
        }
    }

    @Test
    void tapsAreATempo() {
        TapTempo taps = new TapTempo();
        assertThat(taps.tap(10)).isEmpty();
        assertThat(taps.tap(10.5)).hasValue(120);
        assertThat(taps.tap(11)).hasValue(120);
        // After a pause it begins anew.
        assertThat(taps.tap(20)).isEmpty();
        assertThat(taps.tap(21)).hasValue(60);
    }
}
