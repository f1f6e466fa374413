package studio.headroom.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import studio.headroom.engine.automation.Address;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.ui.Fx;
import studio.headroom.ui.HeadlessProgram;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.mixer.MixerDoors;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;
import studio.headroom.ui.theme.Look;

/// The window with its mixer and its exports.
final class ExportRoom extends HeadlessProgram {
    final List<Path> revealed;
    private final Exports exports;

    ExportRoom(Path folder) {
        List<Path> shown = new ArrayList<>();
        Exports[] made = new Exports[1];
        super("export", folder, 1280, 720, 100, (look, preferences, services) -> {
            Shell created =
                    new Shell(look, preferences, services, session -> List.of(place(look, preferences, session, made)));
            made[0] = new Exports(
                    created,
                    preferences,
                    new Exports.Machine(
                            from -> services.choosers().folder("", from),
                            shown::add,
                            ZoneOffset.UTC,
                            services.background(),
                            services.ui()));
            return created;
        });
        revealed = shown;
        exports = made[0];
    }

    private static Place place(Look look, Preferences preferences, SongSession session, Exports[] made) {
        MixerModel mixer = new MixerModel(session);
        Runnable unfollow = made[0].follow(session);
        MixerView view = new MixerView(look, mixer, new MixerDoors() {
            @Override
            public void openInsert(String strip, String insert) {}

            @Override
            public void showAutomation(Address address) {}

            @Override
            public void print() {
                made[0].print();
            }

            @Override
            public ObservableValue<PrintCheck.State> printState() {
                return made[0].printState();
            }
        });
        return new MixPlace(
                look,
                preferences,
                new MixPlace.Parts(
                        new StackPane(), view, new StackPane(), new SimpleStringProperty(""), event -> false, () -> {
                            unfollow.run();
                            mixer.close();
                        }));
    }

    /// A song of tones, made from files.
    ///
    /// @param seconds of each of its tracks
    static Path song(Path folder, double seconds, String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Stems.write(folder.resolve("stems").resolve(name + ".wav"), 48_000, 2, seconds));
        }
        Path place = folder.resolve("Paper Lanterns.headroom");
        NewSong.create(place, "Paper Lanterns", files, ImportProgress.NONE);
        return place;
    }

    Exports exports() {
        return exports;
    }

    /// What runs is shown with each frame.
    @Override
    protected void waiting() {
        Fx.run(() -> {
            scene().snapshot(null);
            shell().look().pulse().advance(0.05);
        });
    }

    /// All words in the dialog.
    String words() {
        return Fx.call(() -> Nodes.all(shell().window().overlay(), Labeled.class)
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList()
                .toString());
    }

    /// What the dialog holds that takes keys.
    List<String> reached() {
        return Fx.call(() -> Nodes.all(shell().window().overlay())
                .filter(node -> node.isFocusTraversable() && node.isVisible() && node.isManaged())
                .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .toList());
    }

    @Override
    public void close() {
        Fx.run(() -> {
            if (shell().window().overlay().isOpen()) {
                shell().window().overlay().hide();
            }
        });
        super.close();
    }
}
