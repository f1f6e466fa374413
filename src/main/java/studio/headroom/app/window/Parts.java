package studio.headroom.app.window;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.MixPlace;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// What the places of the window are made of.
record Parts(Look look, Preferences preferences) implements Shell.PlaceMaker {
    @Override
    public List<Place> places(SongSession session) {
        return List.of(new MixPlace(
                look,
                preferences,
                new MixPlace.Parts(
                        panel("Timeline"),
                        panel("Mixer"),
                        panel("Inspector"),
                        new SimpleStringProperty("Space play · Ctrl+K find a command · ? keys"),
                        event -> false,
                        () -> {})));
    }

    private Region panel(String name) {
        Label title = new Label(name);
        title.getStyleClass().add("hr-title");
        StackPane panel = new StackPane(title);
        panel.setPadding(new Insets(look.px(12)));
        return panel;
    }
}
