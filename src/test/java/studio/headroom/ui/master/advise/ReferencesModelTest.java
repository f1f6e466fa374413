package studio.headroom.ui.master.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.assist.Prints;
import studio.headroom.mastering.references.ReferenceCurve;
import studio.headroom.project.Reference;
import studio.headroom.project.Span;

class ReferencesModelTest {
    private static final double SECONDS = 8;

    @TempDir
    private Path temp;

    private Studio studio;
    private ReferencesModel model;
    private Path pier;

    @BeforeEach
    void open() {
        studio = new Studio(temp, Studio.tone(Prints.RATE, 2));
        model = new ReferencesModel(studio.session);
        pier = Studio.write(temp.resolve("music/North Pier.wav"), 44_100, Studio.tone(44_100, SECONDS));
    }

    private ReferencesModel.Item only() {
        assertThat(model.items().get()).hasSize(1);
        return model.items().get().getFirst();
    }

    @Test
    void aFileIsTakenOverAtTheRateOfTheSongAndItsSourceStaysAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(pier);
        model.add(List.of(pier));
        assertThat(studio.failures).isEmpty();
        Reference reference = only().reference();
        assertThat(reference.name()).isEqualTo("North Pier");
        assertThat(reference.media().path()).isEqualTo("references/North Pier.wav");
        assertThat(studio.folder.resolve(reference.media().path())).exists();
        // The converter may ring on for a few frames.
        assertThat(reference.media().frames()).isCloseTo((long) (SECONDS * Prints.RATE), within(8L));
        assertThat(pier).hasBinaryContent(before);
        assertThat(studio.history.steps()).containsExactly("Add reference North Pier");
        try (var files = Files.list(studio.folder.resolve("references"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theSameMusicIsTakenOverOnce() {
        model.add(List.of(pier, pier));
        assertThat(model.items().get()).hasSize(1);
        assertThat(studio.failures)
                .singleElement()
                .asString()
                .contains("already")
                .contains("North Pier");
    }

    @Test
    void whatIsNoSoundIsSaidAndLeavesNothing() throws IOException {
        Path text = Files.writeString(temp.resolve("notes.wav"), "no sound");
        model.add(List.of(text));
        assertThat(model.items().get()).isEmpty();
        assertThat(studio.failures).singleElement().asString().contains("notes.wav");
        assertThat(studio.folder.resolve("references")).doesNotExist();
    }

    @Test
    void theMeanOfAllIsComparedIfWantedAndFollowsThem() {
        Path quiet = Studio.write(temp.resolve("music/Quiet.wav"), Prints.RATE, Studio.tone(Prints.RATE, 6));
        model.add(List.of(pier, quiet));
        ComparedReferences.Compared one =
                Objects.requireNonNull(model.compared().compared().get());
        assertThat(one.name()).startsWith("reference “");
        model.compared().averaged().set(true);
        ComparedReferences.Compared mean =
                Objects.requireNonNull(model.compared().compared().get());
        assertThat(mean.name()).isEqualTo("2 references");
        assertThat(mean.tone().lufs()).isZero();
        // Both are the same tone, which has one level against its own loudness.
        assertThat(mean.tone().levelDb(ToneBand.MIDS))
                .isEqualTo(one.tone().levelDb(ToneBand.MIDS) - one.tone().lufs(), within(0.1));
        model.remove(model.items().get().getFirst().id());
        assertThat(Objects.requireNonNull(model.compared().compared().get()).name())
                .startsWith("reference “");
    }

    @Test
    void aMonoReferenceIsAsLoudAsBothLoudspeakersPlayIt() {
        float[] tone = Studio.tone(Prints.RATE, 6)[0];
        Path mono = Studio.write(temp.resolve("music/Mono.wav"), Prints.RATE, new float[][] {tone});
        Path stereo = Studio.write(temp.resolve("music/Stereo.wav"), Prints.RATE, new float[][] {tone, tone.clone()});
        model.add(List.of(mono, stereo));
        assertThat(model.items().get()).hasSize(2);
        assertThat(model.items().get().get(0).lufs())
                .isEqualTo(model.items().get().get(1).lufs(), within(1e-9));
    }

    @Test
    void loudnessIsThatOfTheRegionThatIsCompared() {
        model.add(List.of(pier));
        // A full-scale sine at 997 Hz in both channels reads 0 LUFS, so these read -20 and -13.98.
        model.region(only().id(), new Span(0, 4 * Prints.RATE));
        assertThat(only().lufs()).isEqualTo(-20, within(0.05));
        assertThat(model.loudness().getValue()).containsEntry(only().id(), only().lufs());
        model.region(only().id(), new Span(4 * Prints.RATE, 8 * Prints.RATE));
        assertThat(only().lufs()).isEqualTo(-13.98, within(0.05));
        ReferenceCurve curve = model.curve().get();
        assertThat(curve).isNotNull();
        assertThat(curve.lufs()).isEqualTo(-13.98, within(0.05));
        model.region(only().id(), null);
        model.loudest(only().id(), 2);
        assertThat(only().reference().region().start()).isGreaterThanOrEqualTo(4 * Prints.RATE);
        assertThat(only().reference().region().length()).isEqualTo(2 * Prints.RATE);
    }

    @Test
    void oneDragAtTheRegionIsOneStepOfAtLeastASecond() {
        model.add(List.of(pier));
        model.beginRegion();
        for (int i = 1; i <= 10; i++) {
            model.moveRegion(96_000, 96_000 + 1_000 * i);
        }
        model.endRegion();
        assertThat(only().reference().region()).isEqualTo(new Span(96_000, 96_000 + Prints.RATE));
        assertThat(studio.history.steps()).hasSize(2);
        studio.history.undo();
        assertThat(only().reference().region()).isNull();
        model.beginRegion();
        model.moveRegion(0, 200_000);
        model.cancelRegion();
        assertThat(only().reference().region()).isNull();
    }

    @Test
    void oneFlipGoesToTheChosenReferenceAndTheNextOneBack() {
        Path dusk = Studio.write(temp.resolve("music/Dusk.wav"), 48_000, Studio.tone(48_000, 5));
        assertThat(model.flip()).isFalse();
        model.add(List.of(pier, dusk));
        assertThat(model.chosen().get().reference().name()).isEqualTo("Dusk");
        String second = model.chosen().get().id();
        assertThat(model.flip()).isTrue();
        assertThat(studio.hearing.reference().get()).isEqualTo(second);
        model.neighbor(1);
        assertThat(studio.hearing.reference().get()).isNotEqualTo(second).isNotEmpty();
        model.flip();
        assertThat(studio.hearing.reference().get()).isEmpty();
        model.neighbor(1);
        assertThat(studio.hearing.reference().get()).isEmpty();
    }

    @Test
    void whatIsHeardAndRemovedIsHeardNoMore() {
        model.add(List.of(pier));
        model.flip();
        model.remove(only().id());
        assertThat(studio.hearing.reference().get()).isEmpty();
        assertThat(model.chosen().get()).isNull();
        assertThat(model.curve().get()).isNull();
        studio.history.undo();
        assertThat(only().reference().name()).isEqualTo("North Pier");
    }

    @Test
    void theOverlayIsTheCurveWhileItIsWanted() {
        model.add(List.of(pier));
        assertThat(model.overlay().getValue())
                .isNotNull()
                .isSameAs(model.curve().get());
        model.overlaid().set(false);
        assertThat(model.overlay().getValue()).isNull();
    }

    @Test
    void aLostFileIsSaidAndFoundAgain() throws IOException {
        model.add(List.of(pier));
        Path file = studio.folder.resolve(only().reference().media().path());
        Path away = temp.resolve("elsewhere/North Pier.wav");
        Files.createDirectories(away.getParent());
        Files.move(file, away);
        model.close();
        List<String> said = new ArrayList<>();
        model = new ReferencesModel(studio.session);
        said.add(only().trouble());
        assertThat(said).singleElement().asString().contains("North Pier.wav").contains("missing");
        assertThat(model.flip()).isFalse();
        model.find(only().id(), temp.resolve("nowhere"));
        assertThat(studio.failures).hasSize(1);
        model.find(only().id(), temp.resolve("elsewhere"));
        assertThat(only().trouble()).isEmpty();
        assertThat(only().sound()).isNotNull();
        assertThat(model.flip()).isTrue();
    }

    @Test
    void aNameIsChangedAndABlankOneIsNot() {
        model.add(List.of(pier));
        model.rename(only().id(), " Pier, live ");
        model.rename(only().id(), "  ");
        assertThat(only().reference().name()).isEqualTo("Pier, live");
    }
}
