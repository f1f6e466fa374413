package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Draws the mixer of the sample song to `target/screens/mixer-….png`, for people to look at. Its meters show tones
/// that the test puts there.
class MixerPicturesTest {
    private static final Path SAMPLE = Path.of("samples/Room Above the Rain.headroom");
    private static final Set<String> HIDDEN =
            Set.of("snare-bottom", "toms", "voice-s", "riser", "backing-low", "epiano");

    private static final MixerDoors DOORS = new MixerDoors() {
        @Override
        public void openInsert(String strip, String insert) {}

        @Override
        public void showAutomation(Address address) {}

        @Override
        public void print() {}
    };

    private MixerSong song;

    @BeforeEach
    void open() throws Exception {
        Project project = ProjectFiles.load(SAMPLE);
        song = new MixerSong(project);
        song.history.apply(StripEdits.hide(HIDDEN, true));
        song.history.apply(StripEdits.wide("voice", true));
        song.history.apply(StripEdits.mute("organ", true));
        song.session.playback().mode("voice", AutomationMode.TOUCH);
        song.session.selection().strip("voice");
        song.mixer.snapshots().choose("A");
        song.mixer.snapshots().choose("B");
        sound();
    }

    @AfterEach
    void close() {
        Fx.run(song::close);
    }

    /// Tones of many levels, and reductions.
    private void sound() {
        LiveMeters meters = song.session.playback().meters();
        int index = 0;
        for (StripModel strip : song.mixer.all()) {
            int number = index++;
            double level = strip.id().equals("hat") ? 1.15 : 0.08 + 0.11 * (number * 7 % 8);
            float[][] tone = new float[2][48_000];
            for (int i = 0; i < tone[0].length; i++) {
                tone[0][i] = (float) (level * Math.sin(i * 0.05));
                tone[1][i] = (float) (0.8 * level * Math.sin(i * 0.05));
            }
            meters.strip(strip.id()).orElseThrow().levels().process(tone, 0, tone[0].length);
            strip.inserts().stream()
                    .filter(insert -> insert.insert().type().equals("compressor"))
                    .findFirst()
                    .ifPresent(insert -> meters.insert(insert.id())
                            .orElseThrow()
                            .gainReduction()
                            .set(0, -0.8 - number % 5));
        }
    }

    private BufferedImage picture(String name, double width, double height, int percent, Runnable act) {
        return Fx.call(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            MixerView view = new MixerView(look, song.mixer, DOORS);
            Scene scene = new Scene(new WindowRoot(look, view), look.px(width), look.px(height));
            for (int i = 0; i < 4; i++) {
                scene.snapshot(null);
                look.pulse().advance(0.05);
                if (i == 1) {
                    act.run();
                }
            }
            return Fx.picture(scene, name);
        });
    }

    @Test
    void sixteenTracksAtTheDesignsHeight() {
        BufferedImage picture = picture("mixer-1800x548", 1800, 548, 100, () -> {});
        assertThat(picture.getWidth()).isEqualTo(1800);
        long visible = song.mixer.strips().get().stream()
                .filter(strip -> strip.kind() == studio.headroom.project.Strip.Kind.TRACK)
                .count();
        assertThat(visible).isEqualTo(16);
    }

    @Test
    void theSmallestWindow() {
        picture("mixer-1280x340", 1280, 340, 100, () -> {});
        assertThat(Block.fitting(song.mixer.blocks().get(), 312)).isEmpty();
    }

    @Test
    void twiceAsLarge() {
        assertThat(picture("mixer-200-percent", 1000, 548, 200, () -> {}).getHeight())
                .isEqualTo(1096);
    }

    @Test
    void allWideSoloedAndTall() {
        song.mixer.actions().allWide(true);
        song.strip("voice").solo().set(1);
        song.history.apply(StripEdits.set("voice", StripControls.PAN, -30));
        picture(
                "mixer-wide-solo",
                1800,
                760,
                100,
                () -> song.session.selection().strips(List.of("voice", "piano")));
        assertThat(song.strip("kick").silentBySolo()).isTrue();
    }

    @Test
    void groupsNotesAndAKMeterInTheLargestWindow() {
        song.session.selection().strips(List.of("kick", "snare-top", "hat"));
        song.mixer.groups().create("kick");
        song.mixer.actions().notes("bass", "Louder in the bridge");
        song.mixer.meters().reads().set(MeterReads.K14);
        song.mixer.solos().mode().set(studio.headroom.engine.plan.Listening.Solo.AFTER_FADER);
        song.strip("bass").solo().set(1);
        assertThat(picture("mixer-3840x900", 3840, 900, 100, () -> {}).getWidth())
                .isEqualTo(3840);
    }

    /// Width that is there is used where all strips fit wide, unless they are to be narrow.
    @Test
    void fewStripsAreWideWhereThereIsRoom() {
        try (MixerSong few = Fx.call(MixerSong::ofBand)) {
            assertThat(widths(few, 1920)).containsOnly(StripView.WIDE);
            assertThat(widths(few, 1600)).containsOnly(StripView.NARROW);
            few.mixer.actions().allWide(false);
            assertThat(widths(few, 1920)).containsOnly(StripView.NARROW);
        }
        assertThat(strips(song, 1920))
                .as("more than fit: only what was chosen to be wide is")
                .isNotEmpty()
                .allSatisfy(strip ->
                        assertThat(strip.units()).isEqualTo(strip.model().wide() ? StripView.WIDE : StripView.NARROW));
    }

    private static Set<Double> widths(MixerSong of, double wide) {
        return strips(of, wide).stream().map(StripView::units).collect(Collectors.toSet());
    }

    private static List<StripView> strips(MixerSong of, double wide) {
        return Fx.call(() -> {
            Look look = new Look(new FramePulse());
            MixerView view = new MixerView(look, of.mixer, DOORS);
            Scene scene = new Scene(new WindowRoot(look, view), wide, 500);
            scene.snapshot(null);
            look.pulse().advance(0.05);
            scene.snapshot(null);
            return List.copyOf(view.inSight());
        });
    }

    @Test
    void aSearchAtThreeQuartersAndNothingFound() {
        song.mixer.filter().set("gui");
        picture("mixer-search-75", 1800, 520, 75, () -> {});
        song.mixer.filter().set("xylophone");
        picture("mixer-nothing-found", 1280, 400, 100, () -> {});
        assertThat(song.mixer.strips().get()).isEmpty();
    }

    @Test
    void foldersOpenAndFolded() {
        FolderActions folders = song.mixer.folderActions();
        song.session.selection().strips(List.of("kick", "snare", "hat", "overheads", "percussion"));
        folders.create("kick");
        song.session.selection().strips(List.of("guitar-left", "guitar-right", "acoustic", "lead-guitar"));
        folders.create("acoustic");
        folders.rename("folder1", "Drums");
        folders.rename("folder2", "Guitars of the chorus, and the lead");
        folders.fold("folder2");
        song.session.selection().strip("voice");
        picture("mixer-folders", 1600, 548, 100, () -> {});
        assertThat(song.mixer.folders().get()).hasSize(2);
        assertThat(song.mixer.strips().get()).extracting(StripModel::id).doesNotContain("acoustic");
    }

    @Test
    void sendsOnFaders() {
        song.mixer.showSendsOnFaders("hall");
        picture("mixer-sends-on-faders", 1600, 472, 100, () -> {});
        assertThat(song.mixer.sendsOnFaders().get()).isEqualTo("hall");
    }

    @Test
    void theMeterBridgeAndTheMenuOfEffects() {
        song.mixer.bridge().set(true);
        BufferedImage picture = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            MixerView view = new MixerView(look, song.mixer, DOORS);
            Scene scene = new Scene(new WindowRoot(look, view), 1600, 640);
            for (int i = 0; i < 3; i++) {
                scene.snapshot(null);
                look.pulse().advance(0.05);
            }
            Node slot = view.lookupAll(".hr-insert-add").stream().findFirst().orElseThrow();
            EffectPicker.open(look, slot, type -> {});
            scene.snapshot(null);
            look.pulse().advance(0.05);
            return Fx.picture(scene, "mixer-bridge-picker");
        });
        assertThat(picture.getHeight()).isEqualTo(640);
    }
}
