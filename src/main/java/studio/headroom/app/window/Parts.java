package studio.headroom.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.FileException;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.timeline.TimelineModel;
import studio.headroom.ui.timeline.TimelinePlayer;
import studio.headroom.ui.timeline.TimelineView;
import studio.headroom.ui.timeline.Waves;

/// What the places of the window are made of.
///
/// @param presets folder of the user's presets of effects
/// @param failures hears what could not be done
/// @param exports prints and exports the open song; there as soon as a song is opened
record Parts(
        Look look, Preferences preferences, Path presets, Consumer<String> failures, Supplier<Exports> exports)
        implements Shell.PlaceMaker {
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
        private final TimelineView timeline;
        private final Runnable unfollowPrints;
        private @Nullable EditorPane editor;

        Mix(SongSession session) {
            this.session = session;
            unfollowPrints = exports.get().follow(session);
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
            timeline = new TimelineView(
                    look,
                    new TimelineModel(session.history(), session.selection(), TimelinePlayer.of(session.playback())),
                    waves);
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
                    closeEditor();
                }

                @Override
                public void print() {
                    exports.get().print();
                }

                @Override
                public ObservableValue<PrintCheck.State> printState() {
                    return exports.get().printState();
                }
            });
            return new MixPlace(
                    look,
                    preferences,
                    new MixPlace.Parts(
                            upper,
                            view,
                            inspector(),
                            new SimpleStringProperty("Space play · Ctrl+K find a command · ? keys"),
                            event -> false,
                            this::dispose));
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
                        presets,
                        failures,
                        this::closeEditor);
                editor = open;
                upper.getChildren().setAll(open);
            }
            open.open(insert);
        }

        private void closeEditor() {
            EditorPane open = editor;
            if (open != null) {
                editor = null;
                open.dispose();
                upper.getChildren().setAll(timeline);
            }
        }

        private void dispose() {
            closeEditor();
            unfollowPrints.run();
            mixer.close();
            waves.close();
            disk.shutdownNow();
            peaks.close();
        }
    }
}
