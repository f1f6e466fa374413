package studio.headroom.ui.editor.part;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// Knobs of one band out of several, in its color: those of the band that is looked at are there. Alt and the arrow
/// keys up
/// and down go to the same knob of another band. UI thread.
public final class BandKnobs extends VBox {
    private static final double GAP = 8;

    private final IntSupplier looked;
    private final IntConsumer go;
    private int shown = -2;

    /// The controls of a band.
    @FunctionalInterface
    public interface Controls {
        /// @param band from 0
        /// @param what such as `attack`
        ControlModel get(int band, String what);
    }

    /// @param bands how many there can be
    /// @param looked the band that is looked at, from 0; -1 for none
    /// @param go looks at the band above (1) or below (-1), where there is one
    /// @param width of a knob with its words, in units
    /// @param what the controls, by their names within a band
    public BandKnobs(
            Look look,
            int bands,
            Controls controls,
            IntSupplier looked,
            IntConsumer go,
            double width,
            List<String> what) {
        this.looked = looked;
        this.go = go;
        for (int band = 0; band < bands; band++) {
            HBox row = new HBox(look.px(GAP));
            row.setAlignment(Pos.CENTER);
            for (String id : what) {
                row.getChildren().add(knob(look, controls.get(band, id), band, width));
            }
            getChildren().add(row);
        }
        setMinHeight(Region.USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            KeyCode code = event.getCode();
            if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
                goOn(code == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
        follow();
    }

    private static Knob knob(Look look, ControlModel control, int band, double width) {
        Knob knob = new Knob(look, control, Knob.Size.RACK);
        knob.setLabel("Band " + (band + 1) + " " + control.param().label().toLowerCase(Locale.ROOT));
        knob.setHue(EqGraph.hue(band));
        knob.setMinWidth(look.px(width));
        knob.setPrefWidth(look.px(width));
        return knob;
    }

    private void goOn(int by) {
        int column = 0;
        for (Node row : getChildren()) {
            for (Node knob : ((HBox) row).getChildren()) {
                column = knob.isFocused() ? ((HBox) row).getChildren().indexOf(knob) : column;
            }
        }
        go.accept(by);
        follow();
        if (shown >= 0) {
            ((HBox) getChildren().get(shown)).getChildren().get(column).requestFocus();
        }
    }

    /// Takes in which band is looked at now.
    public void follow() {
        int now = looked.getAsInt();
        if (now == shown) {
            return;
        }
        shown = now;
        for (int band = 0; band < getChildren().size(); band++) {
            Node row = getChildren().get(band);
            row.setVisible(band == now);
            row.setManaged(band == now);
        }
        setVisible(now >= 0);
        setManaged(now >= 0);
    }
}
