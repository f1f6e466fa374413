package studio.headroom.ui.editor.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How the spectrum of an editor is drawn, and, for an equalizer, how far its curve is magnified.
public final class SpectrumBar extends HBox {
    private final Look look;

    /// @param curve whether there is a curve with a range, and room for a keyboard
    public SpectrumBar(Look look, SpectrumView view, boolean curve) {
        super(look.px(6));
        this.look = look;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(0, look.px(8), 0, look.px(34)));
        words("Spectrum");
        add(view.shown(), List.of("Off", "Before", "After", "Before + after"), 126);
        add(view.speed(), List.of("Slow", "Normal", "Fast"), 80);
        add(view.slope(), List.of("0 dB/oct", "3 dB/oct", "4.5 dB/oct"), 92);
        add(view.hold(), List.of("No peaks", "Peaks 2 s", "Peaks ∞"), 90);
        getChildren().add(new WordToggle(look, view.freeze(), "Freeze", false));
        getChildren().add(Panels.gap());
        if (curve) {
            words("Range");
            add(view.range(), List.of("±3 dB", "±6 dB", "±12 dB", "±24 dB"), 76);
            getChildren().add(new WordToggle(look, view.piano(), "Keys", false));
        }
    }

    private void words(String text) {
        getChildren().add(new Words(look, text, TypeRole.LABEL, Token.FG_3));
    }

    private void add(ControlModel control, List<String> words, double width) {
        getChildren().add(new ChoiceField(look, control, words, width, 24));
    }
}
