package studio.headroom.project.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.RandomProjects;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;

class DifferenceTest {
    private static final Param THRESHOLD =
            new Param("threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-60, 0), -18, Smoothing.NONE, true);
    private static final Param ATTACK =
            new Param("attack", "Attack", Unit.MILLISECOND, new Range.Log(0.05, 250), 10, Smoothing.NONE, true);
    private static final Param KNEE =
            new Param("soft", "Soft knee", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true);

    private static final EffectNames EFFECTS = new EffectNames() {
        @Override
        public String label(String type) {
            return type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
        }

        @Override
        public Optional<ParamSet> controls(String type) {
            return type.equals("compressor") ? Optional.of(ParamSet.of(THRESHOLD, ATTACK, KNEE)) : Optional.empty();
        }
    };

    private static final Media MEDIA = new Media("m", "media/a.wav", 1, 48_000, "a.wav");
    private static final Project SONG = Edit.sequence(
                    "song",
                    List.of(
                            InsertEdits.add("drums", "compressor", 0),
                            InsertEdits.add("keys", "reverb", 0),
                            InsertEdits.add("keys", "eq", 1),
                            InsertEdits.addToMastering("limiter", 0),
                            SendEdits.add("vocal", "hall"),
                            LaneEdits.add("keys", StripControls.VOLUME, new Lane.Point(0, -6, Lane.Shape.HOLD))))
            .apply(Project.empty("Song", 48_000)
                    .withMedia(List.of(MEDIA))
                    .withStrips(List.of(
                            Strip.create(Kind.TRACK, "vocal", "Lead vocal")
                                    .withClips(List.of(Clip.whole("c", MEDIA, 0))),
                            Strip.create(Kind.TRACK, "keys", "Keys"),
                            Strip.create(Kind.TRACK, "piano", "Piano"),
                            Strip.create(Kind.BUS, "drums", "Drum bus"),
                            Strip.create(Kind.RETURN, "hall", "Hall"),
                            Strip.create(Kind.RETURN, "room", "Room"))));

    static Stream<Arguments> changesOfTheMix() {
        return Stream.of(
                Arguments.of(StripEdits.set("vocal", StripControls.VOLUME, 0.8), "Lead vocal +0.8 dB"),
                Arguments.of(StripEdits.set("vocal", StripControls.VOLUME, -3), "Lead vocal \u22123.0 dB"),
                Arguments.of(StripEdits.set("vocal", StripControls.VOLUME, -0.01), "Lead vocal \u22120.0100 dB"),
                Arguments.of(
                        StripEdits.set("vocal", StripControls.VOLUME, Double.NEGATIVE_INFINITY),
                        "Lead vocal volume 0.0 dB \u2192 \u2212\u221e dB"),
                Arguments.of(StripEdits.set("vocal", StripControls.TRIM, 2), "Lead vocal trim +2.0 dB"),
                Arguments.of(StripEdits.set("piano", StripControls.PAN, -30), "Piano pan C \u2192 L30"),
                Arguments.of(StripEdits.set("piano", StripControls.WIDTH, 50), "Piano width 100 % \u2192 50 %"),
                Arguments.of(StripEdits.set("piano", StripControls.POLARITY, 1), "Piano polarity turned over"),
                Arguments.of(StripEdits.mute("piano", true), "Piano muted"),
                Arguments.of(StripEdits.solo("piano", true), "Piano soloed"),
                Arguments.of(StripEdits.soloSafe("piano", true), "Piano solo safe"),
                Arguments.of(StripEdits.output("piano", "drums"), "Piano now feeds Drum bus"),
                Arguments.of(InsertEdits.set("insert1", THRESHOLD, -20), "Drum bus: Compressor threshold \u22122.0 dB"),
                Arguments.of(
                        InsertEdits.set("insert1", ATTACK, 30), "Drum bus: Compressor attack 10.0 ms \u2192 30.0 ms"),
                Arguments.of(InsertEdits.set("insert1", KNEE, 1), "Drum bus: Compressor soft knee on"),
                Arguments.of(InsertEdits.bypass("insert1", true), "Drum bus: Compressor bypassed"),
                Arguments.of(InsertEdits.key("insert1", "piano"), "Drum bus: Compressor listens to Piano"),
                Arguments.of(InsertEdits.set("insert2", THRESHOLD, -20), "Keys: Reverb threshold changed"),
                Arguments.of(InsertEdits.remove("insert2"), "Reverb removed from Keys"),
                Arguments.of(InsertEdits.add("keys", "delay", 0), "Delay added to Keys"),
                Arguments.of(InsertEdits.move("insert2", "keys", 1), "Keys: effects in another order"),
                Arguments.of(SendEdits.add("piano", "hall"), "Piano to Hall: send added"),
                Arguments.of(SendEdits.remove("send1"), "Lead vocal to Hall: send removed"),
                Arguments.of(
                        SendEdits.set("send1", StripControls.SEND_LEVEL, -6), "Lead vocal to Hall level \u22126.0 dB"),
                Arguments.of(SendEdits.preFader("send1", true), "Lead vocal to Hall before fader"),
                Arguments.of(SendEdits.target("send1", "room"), "Lead vocal sends to Room, not to Hall"),
                Arguments.of(LaneEdits.enable("keys", StripControls.VOLUME, false), "Keys: 1 lane of automation off"),
                Arguments.of(StripEdits.add(Kind.TRACK, "Choir", 9), "Choir added"),
                Arguments.of(StripEdits.delete("piano"), "Piano removed"));
    }

    @ParameterizedTest
    @MethodSource("changesOfTheMix")
    void eachChangeOfTheMixHasItsSentence(Edit edit, String sentence) {
        Project after = edit.apply(SONG);
        Snapshot before = Snapshot.of(SONG, "n", "A", "First");
        assertThat(SnapshotDifference.since(before, after, EFFECTS))
                .extracting(Difference::text)
                .containsExactly(sentence);
        assertThat(ProjectDifference.audible(SONG, after, EFFECTS))
                .extracting(Difference::text)
                .containsExactly(sentence);
        assertThat(SnapshotDifference.between(Snapshot.of(after, "x", "", ""), Snapshot.of(SONG, "y", "", ""), EFFECTS))
                .hasSize(1);
    }

    static Stream<Arguments> otherChanges() {
        return Stream.of(
                Arguments.of(ClipEdits.move(Set.of("c"), 5), "Lead vocal: 1 clip changed", true),
                Arguments.of(ClipCuts.split(Set.of("c"), 500, 0), "Lead vocal: 1 clip added", true),
                Arguments.of(ClipEdits.delete(Set.of("c")), "Lead vocal: 1 clip removed", true),
                Arguments.of(ClipEdits.rename("c", "Intro"), "Lead vocal: 1 clip shown differently", false),
                Arguments.of(
                        LaneEdits.add("keys", StripControls.VOLUME, new Lane.Point(9, -3, Lane.Shape.HOLD)),
                        "Keys: automation of 1 control changed",
                        true),
                Arguments.of(SongEdits.tempo(new Tempo(97.5, 3, 4)), "Tempo 97.50, 3/4", true),
                Arguments.of(InsertEdits.bypass("insert4", true), "Mastering: Limiter bypassed", false),
                Arguments.of(EnvelopeEdits.add("c", 100, -3), "Lead vocal: gain envelope of 1 clip changed", true),
                Arguments.of(SongEdits.panLaw(PanLaw.COMPROMISE), "Pan law \u22124.5 dB in the center", true),
                Arguments.of(SongEdits.target("cd"), "Delivery target cd", false),
                Arguments.of(SongEdits.title("New"), "The song is now called New", false),
                Arguments.of(SongEdits.addMarker(5, "x"), "Other markers", false),
                Arguments.of(SongEdits.loop(new Span(1, 5)), "Another loop", false),
                Arguments.of(StripEdits.rename("piano", "Grand"), "Piano is now called Grand", false),
                Arguments.of(StripEdits.recolor("piano", "rose"), "Piano: another color", false),
                Arguments.of(StripEdits.reorder("piano", 0), "Strips in another order", true));
    }

    @ParameterizedTest
    @MethodSource("otherChanges")
    void eachOtherChangeOfTheSongHasItsSentence(Edit edit, String sentence, boolean audible) {
        Project after = edit.apply(SONG);
        assertThat(ProjectDifference.between(SONG, after, EFFECTS))
                .extracting(Difference::text)
                .anyMatch(sentence::equals)
                .hasSizeLessThan(3);
        assertThat(ProjectDifference.audible(SONG, after, EFFECTS).isEmpty()).isNotEqualTo(audible);
    }

    @Test
    void theMostImportantComesFirst() {
        Project after = Edit.sequence(
                        "many",
                        List.of(
                                StripEdits.set("vocal", StripControls.PAN, 5),
                                StripEdits.set("vocal", StripControls.VOLUME, 0.8),
                                StripEdits.set("keys", StripControls.VOLUME, -4),
                                InsertEdits.set("insert1", THRESHOLD, -20),
                                InsertEdits.remove("insert2"),
                                StripEdits.mute("piano", true),
                                StripEdits.delete("room")))
                .apply(SONG);
        assertThat(ProjectDifference.between(SONG, after, EFFECTS))
                .extracting(Difference::text)
                .containsExactly(
                        "Room removed",
                        "Piano muted",
                        "Keys \u22124.0 dB",
                        "Lead vocal +0.8 dB",
                        "Reverb removed from Keys",
                        "Drum bus: Compressor threshold \u22122.0 dB",
                        "Lead vocal pan C \u2192 R5");
    }

    @Test
    void songsThatAreTheSameDifferInNothing() {
        for (long seed = 0; seed < 100; seed++) {
            Project song = RandomProjects.create(seed);
            assertThat(ProjectDifference.between(song, RandomProjects.create(seed), EFFECTS))
                    .isEmpty();
            assertThat(SnapshotDifference.since(Snapshot.of(song, "n", "", ""), song, EFFECTS))
                    .isEmpty();
        }
    }

    @Test
    void snapshotsAreBesideTheSong() {
        Project with = SONG.withSnapshots(List.of(Snapshot.of(SONG, "n", "A", "First")));
        assertThat(ProjectDifference.between(SONG, with, EFFECTS)).isEmpty();
    }

    /// Two songs of nothing in common can still be told apart, and what is said reads well.
    @Test
    void anyTwoSongsCanBeCompared() {
        for (long seed = 0; seed < 100; seed++) {
            List<Difference> found = ProjectDifference.between(
                    RandomProjects.create(seed), RandomProjects.create(seed + 1), EffectNames.NONE);
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.text()).isNotBlank().doesNotContain("Optional", "NaN"));
        }
    }

    @Test
    void effectsThatNobodyKnowsAreCalledByTheirType() {
        Project with = InsertEdits.add("piano", "of-tomorrow", 0).apply(SONG);
        assertThat(ProjectDifference.between(SONG, with, EffectNames.NONE))
                .extracting(Difference::text)
                .containsExactly("of-tomorrow added to Piano");
    }
}
