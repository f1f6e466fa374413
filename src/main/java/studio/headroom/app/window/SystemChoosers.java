package studio.headroom.app.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.start.Dropped;

/// The system's own dialogs, above the window.
record SystemChoosers(Stage stage, Path home) implements Choosers {
    @Override
    public Optional<Path> folder(String title, Path from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(from));
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> picture(String title, Path from) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(from));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Pictures", List.of("*.jpg", "*.jpeg", "*.png")));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public List<Path> sounds(String title, Path from) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing(from));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Sound files",
                                Dropped.ENDINGS.stream()
                                        .sorted()
                                        .map(ending -> "*." + ending)
                                        .toList()),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /// The nearest folder that exists: a chooser throws for others.
    private File existing(Path from) {
        for (Path place = from; place != null; place = place.getParent()) {
            if (Files.isDirectory(place)) {
                return place.toFile();
            }
        }
        return home.toFile();
    }
}
