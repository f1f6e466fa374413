package studio.headroom.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Focus;
import studio.headroom.ui.song.SongHistory;

/// The notes of the song, to read and write. Keeping them is one step of undo. UI thread.
final class SongNotes {
    private SongNotes() {}

    static void show(Tools tools, SongHistory history) {
        Overlay overlay = tools.window().overlay();
        String before = history.current().notes();
        TextArea text = new TextArea(before);
        text.setWrapText(true);
        text.setPromptText("What was decided, what is to be done, who plays");
        text.setAccessibleText("Notes of the song");
        text.getStyleClass().add("hr-tall");
        Focus.goesOnByTab(text);
        DialogCard card = new DialogCard(tools.look(), "Notes of the song", 560).add(text);
        card.button("Cancel", Buttons.Kind.DEFAULT, overlay::hide);
        card.button("Keep", Buttons.Kind.PRIMARY, () -> {
            overlay.hide();
            if (!text.getText().equals(before)) {
                history.apply(SongEdits.notes(text.getText()));
            }
        });
        overlay.show(card, Pos.CENTER, () -> {});
        text.requestFocus();
        text.end();
    }
}
