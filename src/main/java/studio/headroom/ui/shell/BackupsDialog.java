package studio.headroom.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.files.project.Backup;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Look;

/// The earlier saves of a song, the newest first, to open one. UI thread.
final class BackupsDialog {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final double HIGHEST = 320;

    private final Look look;
    private final Overlay overlay;
    private final ZoneId zone;

    BackupsDialog(Tools tools) {
        look = tools.look();
        overlay = tools.window().overlay();
        zone = tools.services().zone();
    }

    /// @param title of the song
    /// @param open is given the one that was chosen
    void show(String title, List<Backup> backups, Consumer<Backup> open) {
        DialogCard card = new DialogCard(look, "Backups of “" + title + "”", 520);
        if (backups.isEmpty()) {
            card.say("There are none yet: each save keeps the one before it.");
        } else {
            card.say(
                    "Each save keeps the one before it. What you open is not saved: the song on the disk stays as it is"
                            + " until you save, and becomes a backup then.");
            VBox rows = new VBox(look.px(8));
            backups.forEach(backup -> rows.getChildren().add(row(backup, open)));
            ScrollPane scroll = new ScrollPane(rows);
            scroll.getStyleClass().add("hr-scroll");
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFocusTraversable(false);
            scroll.setMaxHeight(look.px(HIGHEST));
            card.add(scroll);
        }
        card.button("Cancel", Buttons.Kind.DEFAULT, overlay::hide);
        overlay.show(card, Pos.CENTER, () -> {});
    }

    private HBox row(Backup backup, Consumer<Backup> open) {
        Label time = new Label(MOMENT.format(backup.time().atZone(zone)));
        time.getStyleClass().add("hr-recent-title");
        Label size = new Label(size(backup.bytes()));
        size.getStyleClass().add("hr-sub");
        VBox words = new VBox(look.px(2), time, size);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Buttons.of("Open", Buttons.Kind.DEFAULT, () -> {
            overlay.hide();
            open.accept(backup);
        });
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText("Open the backup of " + time.getText());
        HBox row = new HBox(look.px(8), words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, look.px(12), 0, 0));
        return row;
    }

    /// `48 kB`.
    static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1000.0)) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
