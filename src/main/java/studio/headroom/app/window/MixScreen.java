package studio.headroom.app.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.project.StripPresets;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Strip;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.inspector.InspectorModel;
import studio.headroom.ui.inspector.InspectorView;
import studio.headroom.ui.inspector.Tools;
import studio.headroom.ui.mixer.MixerCommands;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.PositionText;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.timeline.Landing;
import studio.headroom.ui.timeline.LaneKey;
import studio.headroom.ui.timeline.Switches;
import studio.headroom.ui.timeline.TimelineCommands;
import studio.headroom.ui.timeline.TimelineModel;
import studio.headroom.ui.timeline.TimelinePlayer;
import studio.headroom.ui.timeline.TimelineView;

/// The Mix view of one song: the timeline, or the editor of an effect in its place, above the mixer. UI thread.
final class MixScreen {
    private final Look look;
    private final Preferences preferences;
    private final @Nullable Commands commands;
    private final SongSession session;
    private final Path presets;
    private final Consumer<String> failures;
    private final Exports exports;
    private final Runnable gone;
    private final Runnable unfollowPrints;
    private final SongSound sound;
    private final MixerModel mixerModel;
    private final MixerView mixer;
    private final TimelineModel lanes;
    private final TimelineView timeline;
    private final Runnable forgetMixer;
    private final StackPane upper = new StackPane();
    private final InspectorModel inspector;
    private final MixPlace place;
    private final EditorMemory editing = new EditorMemory();
    private @Nullable EditorPane editor;

    /// @param commands those of the program, or null where there are none
    /// @param gone runs when the song is closed
    MixScreen(
            Look look,
            Preferences preferences,
            @Nullable Commands commands,
            SongSession session,
            Path presets,
            Consumer<String> failures,
            Exports exports,
            Runnable gone) {
        this.look = look;
        this.preferences = preferences;
        this.commands = commands;
        this.session = session;
        this.presets = presets;
        this.failures = failures;
        this.exports = exports;
        this.gone = gone;
        unfollowPrints = exports.follow(session);
        sound = new SongSound(session, failures);
        mixerModel = mixerModel();
        forgetMixer = MixerMemory.follow(preferences, mixerModel);
        lanes = new TimelineModel(session.history(), session.selection(), TimelinePlayer.of(session.playback()));
        lanes.switchesBy(this::switches);
        lanes.hintsBy(session.hints()::say);
        timeline = new TimelineView(look, lanes, sound.waves());
        upper.getChildren().add(timeline);
        Doors doors = new Doors();
        mixer = new MixerView(look, mixerModel, doors);
        inspector = new InspectorModel(session, mixerModel, InsertLink.of(session.playback()), editing);
        place = new MixPlace(
                look,
                preferences,
                new MixPlace.Parts(
                        upper,
                        mixer,
                        new InspectorView(look, inspector, new Tools(doors, new Presets(presets), failures)),
                        new SimpleStringProperty("Space play · Ctrl+K find a command · ? keys"),
                        event -> false,
                        this::dispose));
        place.drops(this::dropSpot, this::showDrop);
        place.areas(node -> editor == null ? TimelineCommands.AREA : "mix.editor", node -> MixerCommands.AREA);
    }

    private MixerModel mixerModel() {
        MixerModel made = new MixerModel(session, sound.loudness());
        made.presetsIn(new StripPresets(presets.resolveSibling("strip-presets")), failures);
        return made;
    }

    /// On a track's lane a clip, elsewhere on the timeline new tracks at that place; on the mixer new tracks.
    private DropSpot dropSpot(Point2D scene) {
        return landing(scene).map(this::spot).orElse(DropSpot.END);
    }

    private Optional<Landing> landing(Point2D scene) {
        boolean shown = editor == null && timeline.isVisible() && timeline.getScene() != null;
        return shown ? timeline.landing(scene) : Optional.empty();
    }

    private DropSpot spot(Landing landing) {
        String at = " at " + PositionText.bars(BarGrid.of(session.history().current()), landing.frame());
        return landing.track().isEmpty()
                ? new DropSpot("New tracks" + at, landing.index(), landing.frame(), null)
                : new DropSpot("Clip on " + landing.name() + at, 0, landing.frame(), landing.track());
    }

    private void showDrop(@Nullable Point2D scene) {
        timeline.showLanding(scene == null ? null : landing(scene).orElse(null));
    }

    private Optional<Switches> switches(String strip) {
        return mixerModel
                .strip(strip)
                .map(found -> new Switches(
                        found.mute(), found.solo(), () -> mixerModel.solos().only(strip)));
    }

    MixPlace place() {
        return place;
    }

    TimelineView timeline() {
        return timeline;
    }

    MixerView mixer() {
        return mixer;
    }

    /// What the mixer asks for.
    private final class Doors implements MixerDoors {
        @Override
        public void openInsert(String strip, String insert) {
            edit(insert);
        }

        @Override
        public void showAutomation(Address address) {
            MixScreen.this.showAutomation(address);
        }

        @Override
        public void print() {
            exports.print();
        }

        @Override
        public Optional<Commands> commands() {
            return Optional.ofNullable(commands);
        }

        @Override
        public ObservableValue<PrintCheck.State> printState() {
            return exports.printState();
        }
    }

    /// Shows the automation of a control below its track, in place of an editor.
    void showAutomation(Address address) {
        closeEditor();
        place.showTimeline();
        LaneKey lane = new LaneKey(address.stripId(), address.ownerId(), address.paramId());
        if (!timeline.showAutomation(lane)) {
            String name = session.history()
                    .current()
                    .strip(address.stripId())
                    .map(Strip::name)
                    .orElse("the strip");
            failures.accept("The automation of " + name + " has no lane on the timeline.");
        }
        timeline.lanes().requestFocus();
    }

    /// Opens the editor of an effect in place of the timeline.
    void edit(String insert) {
        EditorPane open = editor;
        if (open == null) {
            open = new EditorPane(
                    look, session.history(), InsertLink.of(session.playback()), editing, presets, new EditorDoors());
            editor = open;
            upper.getChildren().setAll(open);
        }
        place.whole(true);
        open.open(insert);
    }

    /// What an editor asks for.
    private final class EditorDoors implements EditorPane.Doors {
        @Override
        public void back() {
            closeEditor();
        }

        @Override
        public void showAutomation(Address address) {
            MixScreen.this.showAutomation(address);
        }

        @Override
        public void failed(String what) {
            failures.accept(what);
        }
    }

    private void closeEditor() {
        EditorPane open = editor;
        if (open != null) {
            editor = null;
            open.dispose();
            upper.getChildren().setAll(timeline);
            place.whole(false);
        }
    }

    private void dispose() {
        closeEditor();
        unfollowPrints.run();
        forgetMixer.run();
        inspector.close();
        lanes.close();
        mixerModel.close();
        sound.close();
        gone.run();
    }
}
