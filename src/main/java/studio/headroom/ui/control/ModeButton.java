package studio.headroom.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One of several modes by its letter, each with its color: the automation's mode of a strip. A press opens the list.
public final class ModeButton extends ChoiceControl {
    /// One mode.
    ///
    /// @param letter what the button shows
    /// @param fill what fills it; null where the mode is unremarkable
    /// @param mark what underlines the letter; null for none
    public record Mode(
            String word,
            String letter,
            @Nullable Token fill,
            @Nullable Token mark) {}

    /// Off, Read, Touch, Latch, Write.
    public static final List<Mode> AUTOMATION = List.of(
            new Mode("Off", "–", null, null),
            new Mode("Read", "R", null, Token.OK),
            new Mode("Touch", "T", Token.SOLO, null),
            new Mode("Latch", "L", Token.MUTE, null),
            new Mode("Write", "W", Token.ERR, null));

    private final List<Mode> modes;
    private final double width;
    private final double height;

    public ModeButton(Look look, ControlModel model, List<Mode> modes, double width, double height) {
        super(
                look,
                model,
                AccessibleRole.COMBO_BOX,
                modes.stream().map(Mode::word).toList());
        tellInWords();
        this.modes = List.copyOf(modes);
        this.width = width;
        this.height = height;
        setRing(-3, 5);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                showOptions();
            }
        });
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        Mode mode = modes.get(chosen());
        LetterButton.paintLetter(p, w, h, mode.letter(), mode.fill(), null, !model().enabled(), this);
        Token mark = mode.mark();
        if (mark != null && model().enabled()) {
            p.fill(3, h - 3, w - 6, 2, mark.color());
        }
    }
}
