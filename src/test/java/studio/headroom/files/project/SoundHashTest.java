package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Folder;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Group;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Look;
import studio.headroom.project.Marker;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;

class SoundHashTest {
    private static final Media USED = new Media("m1", "media/a.wav", 1, 100, "a.wav", "ab".repeat(32));
    private static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(USED, new Media("m2", "media/b.wav", 1, 100, "b.wav")))
            .withStrips(List.of(Strip.create(Kind.TRACK, "s1", "Kick")
                    .withClips(List.of(
                            Clip.whole("c1", USED, 0),
                            Clip.whole("c2", USED, 50).withMuted(true)))
                    .withAutomation(List.of(
                            new Lane("s1", "volume", true, List.of(new Lane.Point(0, -6, Lane.Shape.HOLD))),
                            new Lane("s1", "pan", false, List.of(new Lane.Point(0, 9, Lane.Shape.HOLD)))))));

    static Stream<UnaryOperator<Project>> silentChanges() {
        return Stream.of(
                song -> song.withTitle("Other"),
                song -> song.withNotes("Other"),
                song -> song.withMarkers(List.of(new Marker("k", 5, "Chorus"))),
                song -> song.withMastering(
                        new Mastering(List.of(Insert.create("l", "limiter")), "cd", new TreeMap<>())),
                song -> song.withMedia(List.of(USED)),
                song -> song.withMedia(List.of(
                        new Media("m1", "media/moved.wav", 1, 100, "other", USED.sha256()),
                        song.media().get(1))),
                song -> song.withStrip(track(song).withName("Snare")),
                song -> song.withStrip(track(song).withColor("teal")),
                song -> song.withGroups(List.of(Group.create("g", "Drums")))
                        .withStrip(track(song).withGroup("g")),
                song -> song.withFolders(List.of(new Folder("f", "Drums", "grey", true)))
                        .withStrip(track(song).withLook(new Look("drum", true, true, "f"))),
                song -> song.withLoop(new Span(10, 20)),
                song -> song.withSnapshots(List.of(Snapshot.of(song, "n", "A", "First"))),
                song -> song.withStrip(track(song)
                        .withClips(track(song).clips().stream()
                                .map(clip -> clip.withName("Intro").withColor("rose"))
                                .toList())),
                song -> song.withStrip(track(song).withNotes("louder")),
                song -> song.withStrip(
                        track(song).withAutomation(track(song).automation().subList(0, 1))));
    }

    static Stream<UnaryOperator<Project>> audibleChanges() {
        return Stream.of(
                song -> song.withStrip(track(song).withControls(Values.INITIAL.with(StripControls.PAN, 1))),
                song -> song.withStrip(track(song).withSolo(true)),
                song -> song.withTempo(new Tempo(99, 3, 4)),
                song -> song.withPanLaw(PanLaw.EQUAL_GAIN),
                song -> song.withStrip(track(song)
                        .withClips(track(song).clips().stream()
                                .map(clip ->
                                        clip.withEnvelope(new GainEnvelope(List.of(new GainEnvelope.Point(5, -1)))))
                                .toList())),
                song -> song.withPanLaw(PanLaw.BALANCE),
                song -> song.withStrip(track(song).withClips(track(song).clips().subList(0, 1))),
                song -> song.withStrip(track(song).withInserts(List.of(Insert.create("i", "eq")))),
                song -> song.withStrip(track(song).withClips(List.of(Clip.whole("c1", USED, 1)))),
                song -> song.withStrip(track(song)
                        .withClips(List.of(
                                track(song).clips().get(0),
                                track(song).clips().get(1).withMuted(false)))),
                song -> song.withStrip(track(song).withAutomation(List.of())),
                song -> song.withStrip(track(song)
                        .withAutomation(track(song).automation().stream()
                                .map(l -> l.withEnabled(true))
                                .toList())),
                song -> song.withMaster(song.master().withInserts(List.of(Insert.create("i", "eq")))),
                song -> song.withMedia(List.of(
                        new Media("m1", "media/a.wav", 1, 100, "a.wav", "cd".repeat(32)),
                        song.media().get(1))),
                song -> song.withMedia(List.of(
                        new Media("m1", "media/a.wav", 2, 100, "a.wav", USED.sha256()),
                        song.media().get(1))));
    }

    @ParameterizedTest
    @MethodSource("silentChanges")
    void whatIsNotHeardDoesNotChangeTheHash(UnaryOperator<Project> change) {
        assertThat(change.apply(SONG)).isNotEqualTo(SONG);
        assertThat(SoundHash.of(change.apply(SONG))).isEqualTo(SoundHash.of(SONG));
    }

    @ParameterizedTest
    @MethodSource("audibleChanges")
    void whatIsHeardChangesTheHash(UnaryOperator<Project> change) {
        assertThat(SoundHash.of(change.apply(SONG))).isNotEqualTo(SoundHash.of(SONG));
    }

    @Test
    void theHashIsOfSixtyFourDigits() {
        assertThat(SoundHash.of(SONG)).matches("[0-9a-f]{64}");
    }

    /// A newer format must not make the prints of all songs stale: this is the hash that the first format gave.
    @Test
    void theHashOfASongStaysWhenTheFormatGrows() throws Exception {
        assertThat(SoundHash.of(ProjectFiles.load(Path.of("samples/Room Above the Rain.headroom"))))
                .isEqualTo("be12d2f0c106d65b66945d586b34e02dac9bc932b48a818e46a228aea2d7bac1");
    }

    private static Strip track(Project song) {
        return song.strips().getFirst();
    }
}
