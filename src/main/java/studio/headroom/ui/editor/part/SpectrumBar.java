package studio.headroom.ui.editor.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How the spectrum of an editor is drawn, and, for an equalizer, how far its curve is magnified.
public final class SpectrumBar extends HBox {
    /// Below this width the least needed gives way, in units.
    private static final double NARROW = 730;

    private final Look look;

    /// @param curve whether there is a curve with a range, and room for a keyboard
    public SpectrumBar(Look look, SpectrumView view, boolean curve) {
        super(look.px(6));
        this.look = look;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(0, look.px(8), 0, look.px(34)));
        Node spectrum = words("Spectrum");
        add(view.shown(), List.of("Off", "Before", "After", "Before + after"), 126);
        add(view.speed(), List.of("Slow", "Normal", "Fast"), 80);
        Node slope = add(view.slope(), List.of("0 dB/oct", "3 dB/oct", "4.5 dB/oct"), 104);
        add(view.hold(), List.of("No peaks", "Peaks 2 s", "Peaks ∞"), 90);
        getChildren().add(new WordToggle(look, view.freeze(), "Freeze", false));
        getChildren().add(Panels.gap());
        Node range = spectrum;
        if (curve) {
            range = words("Range");
            add(view.range(), List.of("±3 dB", "±6 dB", "±12 dB", "±24 dB"), 76);
            getChildren().add(new WordToggle(look, view.piano(), "Keys", false));
        }
        List<Node> first = List.of(spectrum, range, slope);
        widthProperty().addListener((_, _, width) -> {
            boolean room = width.doubleValue() >= look.px(NARROW);
            first.forEach(node -> {
                node.setManaged(room);
                node.setVisible(room);
            });
        });
    }

    private Node words(String text) {
        Words words = new Words(look, text, TypeRole.LABEL, Token.FG_3);
        getChildren().add(words);
        return words;
    }

    private Node add(ControlModel control, List<String> words, double width) {
        ChoiceField field = new ChoiceField(look, control, words, width, 24);
        getChildren().add(field);
        return field;
    }
}
