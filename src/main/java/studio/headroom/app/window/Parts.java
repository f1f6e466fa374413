package studio.headroom.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.FileException;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.timeline.LaneKey;
import studio.headroom.ui.timeline.TimelineModel;
import studio.headroom.ui.timeline.TimelinePlayer;
import studio.headroom.ui.timeline.TimelineView;
import studio.headroom.ui.timeline.Waves;

/// What the places of the window are made of.
///
/// @param presets folder of the user's presets of effects
/// @param failures hears what could not be done
record Parts(Look look, Preferences preferences, Path presets, Consumer<String> failures) implements Shell.PlaceMaker {
    @Override
    public List<Place> places(SongSession session) {
        return List.of(new Mix(session).place());
    }

    /// The Mix view of one song: the timeline, or the editor of an effect in its place, above the mixer.
    private final class Mix {
        private final SongSession session;
        private final MixerModel mixer;
        private final PeakStore peaks;
        private final ExecutorService disk;
        private final Waves waves;
        private final StackPane upper = new StackPane();
        private final TimelineModel lanes;
        private final TimelineView timeline;
        private final EditorMemory editing = new EditorMemory();
        private @Nullable EditorPane editor;
        private @Nullable MixPlace place;

        Mix(SongSession session) {
            this.session = session;
            int rate = session.history().current().sampleRate();
            Path folder = session.file().folder().get();
            peaks = folder == null ? nowhere(rate) : new PeakStore(folder, rate);
            disk = Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().name("waves").daemon().unstarted(task));
            waves = new Waves(
                    peaks,
                    media -> {
                        if (folder == null) {
                            throw notSaved();
                        }
                        return new ProjectLibrary(folder, rate).open(media);
                    },
                    disk,
                    Platform::runLater);
            mixer = new MixerModel(session);
            lanes = new TimelineModel(session.history(), session.selection(), TimelinePlayer.of(session.playback()));
            timeline = new TimelineView(look, lanes, waves);
            upper.getChildren().add(timeline);
        }

        /// The waveforms of a song that is not saved yet are not kept.
        private PeakStore nowhere(int rate) {
            return new PeakStore(Path.of(System.getProperty("java.io.tmpdir")), rate, media -> {
                throw notSaved();
            });
        }

        private static FileException notSaved() {
            return new FileException("Waveforms are drawn when the song is saved.");
        }

        Place place() {
            MixerView view = new MixerView(look, mixer, new MixerDoors() {
                @Override
                public void openInsert(String strip, String insert) {
                    edit(insert);
                }

                @Override
                public void showAutomation(Address address) {
                    automation(address);
                }

                @Override
                public void print() {
                    failures.accept("The mix is printed with 'headroom master' on the command line for now.");
                }
            });
            MixPlace made = new MixPlace(
                    look,
                    preferences,
                    new MixPlace.Parts(
                            upper,
                            view,
                            inspector(),
                            new SimpleStringProperty("Space play · Ctrl+K find a command · ? keys"),
                            event -> false,
                            this::dispose));
            place = made;
            return made;
        }

        /// An editor takes the place of timeline and mixer.
        private void whole(boolean now) {
            MixPlace there = place;
            if (there != null) {
                there.whole(now);
            }
        }

        private Region inspector() {
            Label hint = new Label("Double-click an effect in the mixer to see its controls.");
            hint.setWrapText(true);
            StackPane panel = new StackPane(hint);
            panel.setPadding(new Insets(look.px(12)));
            return panel;
        }

        private void edit(String insert) {
            EditorPane open = editor;
            if (open == null) {
                open = new EditorPane(
                        look,
                        session.history(),
                        InsertLink.of(session.playback()),
                        editing,
                        presets,
                        new EditorDoors());
                editor = open;
                upper.getChildren().setAll(open);
            }
            whole(true);
            open.open(insert);
        }

        private final class EditorDoors implements EditorPane.Doors {
            @Override
            public void back() {
                closeEditor();
            }

            @Override
            public void showAutomation(Address address) {
                automation(address);
            }

            @Override
            public void failed(String what) {
                failures.accept(what);
            }
        }

        /// Shows the lane of a control on the timeline.
        private void automation(Address address) {
            closeEditor();
            lanes.showLane(new LaneKey(address.stripId(), address.ownerId(), address.paramId()));
        }

        private void closeEditor() {
            EditorPane open = editor;
            if (open != null) {
                editor = null;
                open.dispose();
                upper.getChildren().setAll(timeline);
                whole(false);
            }
        }

        private void dispose() {
            closeEditor();
            mixer.close();
            waves.close();
            disk.shutdownNow();
            peaks.close();
        }
    }
}
