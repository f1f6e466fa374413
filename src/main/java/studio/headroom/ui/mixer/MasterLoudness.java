package studio.headroom.ui.mixer;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How loud the mix is, and the button that prints it.
final class MasterLoudness extends Region {
    /// The height of the button, in units; in no more than that it stands alone.
    static final double TALL = 20;

    private final Look look;
    private final Numbers numbers;
    private final Button print;
    private final ObservableValue<PrintCheck.State> state;
    /// Held here, since the state holds it weakly.
    private final InvalidationListener stateChanged = observable -> showState();

    MasterLoudness(Look look, StripModel master, MixerDoors doors) {
        this.look = look;
        numbers = new Numbers(look, master);
        print = Buttons.of(look, Icon.PRINTER_OUTLINE, "Print the mix…", Buttons.Kind.PRIMARY, doors::print);
        print.getStyleClass().add("hr-small");
        Buttons.explainBy(print, () -> print.getAccessibleHelp());
        getChildren().addAll(numbers, print);
        state = doors.printState();
        state.addListener(new WeakInvalidationListener(stateChanged));
        showState();
    }

    /// What the print that there is, or is not, means for the button.
    private void showState() {
        PrintCheck.State now = state.getValue();
        print.setText(
                switch (now) {
                    case NONE -> "Print the mix…";
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
        print.setGraphic(icon.node(look, 16, fresh ? Token.OK : Token.WHITE));
        print.getStyleClass().removeAll("hr-primary", "hr-default");
        print.getStyleClass().add(fresh ? "hr-default" : "hr-primary");
        print.setAccessibleText(fresh ? "Print the mix, the print is fresh" : "Print the mix");
        print.setAccessibleHelp(
                switch (now) {
                    case NONE -> "Writes the mix to a file that the mastering works on. What is there stays.";
                    case FRESH -> "The mix is printed, and nothing that is heard has changed since.";
                    case STALE ->
                        "The mix has changed since it was printed. A new print is made beside the old ones, which stay.";
                });
    }

    @Override
    protected void layoutChildren() {
        double top = Math.max(0, getHeight() - look.px(TALL));
        numbers.resizeRelocate(0, 0, getWidth(), top);
        print.resizeRelocate(0, top, getWidth(), look.px(TALL));
    }

    private static final class Numbers extends KitControl {
        /// Integrated loudness is computed anew so often, in seconds.
        private static final double RENEWAL = 0.5;

        private final StripModel master;
        private final FramePulse.Frame frame = this::follow;
        private final String[] shown = {"", "", "", ""};
        private double since = RENEWAL;
        private double integrated = Double.NEGATIVE_INFINITY;

        Numbers(Look look, StripModel master) {
            super(look);
            this.master = master;
            setAccessibleRole(AccessibleRole.TEXT);
            setAccessibleText("Loudness of the mix");
            Buttons.explain(
                    this,
                    "Loudness of the mix",
                    "In LUFS: the last 400 ms (Mom), the last 3 s (Short), all since playing began (Int). dBTP is the"
                            + " highest true peak; the room above it is what mastering works with.");
            sceneProperty().addListener((observable, before, scene) -> {
                if (scene == null) {
                    look.pulse().remove(frame);
                } else {
                    look.pulse().add(frame);
                }
            });
        }

        private void follow(double seconds) {
            MasterMeter meter = master.mixer().session().playback().engine().master();
            since += seconds;
            if (since >= RENEWAL) {
                since = 0;
                integrated = meter.integratedLufs();
            }
            boolean changed = put(0, meter.get(MasterReading.MOMENTARY_LUFS));
            changed |= put(1, meter.get(MasterReading.SHORT_TERM_LUFS));
            changed |= put(2, integrated);
            changed |= put(3, meter.get(MasterReading.TRUE_PEAK_DBTP));
            if (changed) {
                setAccessibleText("Loudness of the mix: short-term " + ValueText.spoken(shown[1] + " LUFS")
                        + ", integrated " + ValueText.spoken(shown[2] + " LUFS") + ", true peak "
                        + ValueText.spoken(shown[3] + " dB"));
                repaint();
            }
        }

        private boolean put(int index, double value) {
            String now = ValueText.level(value);
            if (now.equals(shown[index])) {
                return false;
            }
            shown[index] = now;
            return true;
        }

        @Override
        protected double unitWidth() {
            return 123;
        }

        @Override
        protected double unitHeight() {
            return 32;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            double middle = Math.floor(w / 2);
            cell(p, 0, middle - 3, h / 4, "Mom", shown[0]);
            cell(p, middle + 3, w, h / 4, "Short", shown[1]);
            cell(p, 0, middle - 3, 3 * h / 4, "Int", shown[2]);
            cell(p, middle + 3, w, 3 * h / 4, "dBTP", shown[3]);
        }

        private static void cell(Painter p, double left, double right, double middle, String word, String value) {
            p.left(left, middle, word, TypeRole.SMALL, Token.FG_3.color());
            p.right(right, middle, value, TypeRole.VALUE_TINY, Token.FG_1.color());
        }
    }
}
