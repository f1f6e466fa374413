package studio.headroom.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Values;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerSong;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.theme.Look;

/// Draws the inspector with strips of the sample song to `target/screens/inspector-….png`, while a voice sounds.
class InspectorPicturesTest {
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");
    private static final double TALL = 1000;

    private static final MixerDoors DOORS = new MixerDoors() {
        @Override
        public void openInsert(String strip, String insert) {}

        @Override
        public void showAutomation(Address address) {}

        @Override
        public void print() {}
    };

    private MixerSong song;
    private VoiceLink voice;

    @BeforeEach
    void open() throws Exception {
        song = new MixerSong(ProjectFiles.load(SAMPLE));
        voice = new VoiceLink(song.history);
        String eq = insert("voice", "eq");
        Map<String, Double> bands = new HashMap<>(Map.of(
                "band1.type",
                3.0,
                "band1.freq",
                92.0,
                "band1.slope",
                3.0,
                "band2.freq",
                240.0,
                "band2.gain",
                -2.6,
                "band2.q",
                1.1,
                "band3.freq",
                900.0,
                "band3.gain",
                -1.2));
        bands.putAll(Map.of(
                "band4.freq",
                3200.0,
                "band4.gain",
                2.1,
                "band4.q",
                0.9,
                "band5.type",
                2.0,
                "band5.freq",
                10_500.0,
                "band5.gain",
                2.4));
        song.history.apply(InsertEdits.values(eq, Values.of(bands)));
        song.history.apply(StripEdits.set("voice", StripControls.TRIM, 1.5));
        song.history.apply(InsertEdits.values(
                insert("voice", "compressor"), Values.of(Map.of("threshold", -22.0, "makeup", 2.8, "attack", 12.0))));
    }

    @AfterEach
    void close() {
        Fx.run(song::close);
    }

    private Strip strip(String id) {
        return song.song().strip(id).orElse(song.song().master());
    }

    private String insert(String strip, String type) {
        return strip(strip).inserts().stream()
                .filter(insert -> insert.type().equals(type))
                .findFirst()
                .orElseGet(() -> {
                    song.history.apply(
                            InsertEdits.add(strip, type, strip(strip).inserts().size()));
                    return strip(strip).inserts().getLast();
                })
                .id();
    }

    private BufferedImage picture(String name, double width, double height, int percent, Consumer<InspectorModel> act) {
        return Fx.call(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            InspectorModel model = new InspectorModel(song.session, song.mixer, voice, new EditorMemory());
            InspectorView view =
                    new InspectorView(look, model, new Tools(DOORS, new Presets(Path.of("target/no")), text -> {}));
            view.getStyleClass().add("hr-inspector");
            Scene scene = new Scene(new WindowRoot(look, view), look.px(width), look.px(height));
            scene.snapshot(null);
            act.accept(model);
            model.strip()
                    .ifPresent(strip -> voice.play(strip.id(), 640, () -> {
                        look.pulse().advance(0.04);
                        model.frame(0.04, true);
                    }));
            relayout(view);
            scene.snapshot(null);
            look.pulse().advance(0.04);
            relayout(view);
            BufferedImage made = Fx.picture(scene, "inspector-" + name);
            model.close();
            return made;
        });
    }

    /// Without a window, what is painted outside a layout may not reach the picture.
    private static void relayout(Parent parent) {
        parent.requestLayout();
        parent.getChildrenUnmodifiable().stream()
                .filter(Parent.class::isInstance)
                .map(Parent.class::cast)
                .forEach(InspectorPicturesTest::relayout);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 100, 200})
    void aTrackAtEveryScale(int percent) {
        song.session.selection().strip("voice");
        BufferedImage made = picture("track-" + percent, 320, TALL, percent, model -> {});
        assertThat(made.getWidth()).isEqualTo(320 * percent / 100);
    }

    @Test
    void aTrackInTheNarrowAndTheWideColumn() {
        song.session.selection().strip("voice");
        picture("track-280", InspectorView.LEAST, 800, 100, model -> {});
        BufferedImage made = picture("track-440", InspectorView.MOST, TALL, 100, model -> {});
        assertThat(made.getWidth()).isEqualTo(440);
    }

    @Test
    void inANarrowWindowItIsADrawer() {
        song.session.selection().strip("voice");
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            InspectorModel model = new InspectorModel(song.session, song.mixer, voice, new EditorMemory());
            InspectorView view =
                    new InspectorView(look, model, new Tools(DOORS, new Presets(Path.of("target/no")), text -> {}));
            MixPlace place = new MixPlace(
                    look,
                    new Preferences(Path.of("songs")),
                    new MixPlace.Parts(
                            new Region(), new Region(), view, new SimpleStringProperty(""), event -> false, () -> {}));
            Scene scene = new Scene(new WindowRoot(look, (Region) place.node()), 1280, 640);
            scene.snapshot(null);
            assertThat(view.isVisible()).isFalse();
            assertThat(view.getChildren()).isEmpty();
            place.toggleInspector();
            scene.snapshot(null);
            relayout(view);
            scene.snapshot(null);
            assertThat(view.isVisible()).isTrue();
            assertThat(view.getWidth()).isEqualTo(InspectorView.LEAST);
            assertThat(view.getBoundsInParent().getMaxX()).isEqualTo(1280);
            Fx.picture(scene, "inspector-drawer");
            place.toggleInspector();
            scene.snapshot(null);
            assertThat(view.getChildren()).isEmpty();
            model.close();
        });
    }

    @Test
    void nothingSelected() {
        BufferedImage made = picture("empty", 320, TALL, 100, model -> {});
        assertThat(made.getHeight()).isEqualTo((int) TALL);
    }

    @Test
    void theMasterAReturnAndABareStrip() {
        for (String id : List.of("master", "hall")) {
            song.session.selection().strip(id);
            picture(id.equals("hall") ? "return" : id, 320, TALL, 100, model -> {});
        }
        song.history.apply(StripEdits.add(Strip.Kind.TRACK, "New track", 99));
        song.session.selection().strip(song.song().strips().getLast().id());
        picture("bare", 320, TALL, 100, model -> {});
        assertThat(strip("hall").kind()).isEqualTo(Strip.Kind.RETURN);
    }

    @Test
    void severalStrips() {
        song.session.selection().strips(List.of("piano", "kick", "voice"));
        song.history.apply(StripEdits.notes("voice", "Take 3, verse 2 from take 1.\nDe-ess before the compressor?"));
        song.history.apply(SendEdits.preFader(strip("voice").sends().getLast().id(), true));
        picture("multi", 320, TALL, 100, model -> model.eq().orElseThrow().select(3));
        assertThat(song.session.selection().strips().get()).hasSize(3);
    }
}
