package studio.headroom.ui.mixer;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.project.Project;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// How loud the mix is, and the button that prints it.
final class MasterLoudness extends Region {
    /// The height of the button, in units; in no more than that it stands alone.
    static final double TALL = 20;

    /// With the gap below it.
    static final double ALONE = TALL + 4;

    private static final double GAP = 2;

    private final Look look;
    private final MasterNumbers numbers;
    private final Button print;
    private final ObservableValue<PrintCheck.State> state;
    private final ObservableValue<Project> song;
    private boolean empty;
    /// Held here, since the state and the song hold them weakly.
    private final InvalidationListener stateChanged = observable -> showState();

    private final InvalidationListener songChanged = observable -> showSong();

    MasterLoudness(Look look, StripModel master, MixerDoors doors) {
        this.look = look;
        numbers = new MasterNumbers(look, master);
        print = Buttons.of(look, Icon.PRINTER_OUTLINE, "Print the mix…", Buttons.Kind.PRIMARY, doors::print);
        print.getStyleClass().add("hr-small");
        Buttons.explainBy(print, () -> print.getAccessibleHelp());
        getChildren().addAll(numbers, print);
        state = doors.printState();
        state.addListener(new WeakInvalidationListener(stateChanged));
        song = master.mixer().session().history().song();
        song.addListener(new WeakInvalidationListener(songChanged));
        showState();
    }

    /// What the print that there is, or is not, means for the button.
    private void showState() {
        PrintCheck.State now = state.getValue();
        empty = song.getValue().end() == 0;
        print.setText(
                switch (now) {
                    case NONE -> empty ? "Nothing to print" : "Print the mix…";
                    case FRESH -> "Print is fresh";
                    case STALE -> "Print is stale…";
                });
        Icon icon =
                switch (now) {
                    case NONE -> Icon.PRINTER_OUTLINE;
                    case FRESH -> Icon.CHECK;
                    case STALE -> Icon.ALERT_OUTLINE;
                };
        boolean fresh = now == PrintCheck.State.FRESH;
        boolean plain = fresh || now == PrintCheck.State.NONE && empty;
        print.setGraphic(icon.node(look, 16, fresh ? Token.OK : plain ? Token.FG_1 : Token.WHITE));
        print.getStyleClass().removeAll("hr-primary", "hr-default");
        print.getStyleClass().add(plain ? "hr-default" : "hr-primary");
        print.setAccessibleText(fresh ? "Print the mix, the print is fresh" : "Print the mix");
        print.setAccessibleHelp(
                switch (now) {
                    case NONE ->
                        empty
                                ? "The song holds no clips: add sound files first."
                                : "Writes the mix to a file that the mastering works on. What is there stays.";
                    case FRESH -> "The mix is printed, and nothing that is heard has changed since.";
                    case STALE ->
                        "The mix has changed since it was printed. A new print is made beside the old ones, which stay.";
                });
    }

    private void showSong() {
        if (empty != (song.getValue().end() == 0)) {
            showState();
        }
    }

    @Override
    protected void layoutChildren() {
        double top = Math.max(0, getHeight() - look.px(TALL));
        double room = Math.max(0, top - look.px(GAP));
        numbers.setVisible(room >= look.px(MasterNumbers.ROW - 1));
        numbers.resizeRelocate(0, 0, getWidth(), room);
        print.resizeRelocate(0, top, getWidth(), look.px(TALL));
    }
}
