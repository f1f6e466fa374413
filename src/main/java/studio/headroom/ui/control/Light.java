package studio.headroom.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A word in the top bar that lights up while something unusual holds (SOLO 2, MONO, CLIP 1). A click ends it.
public final class Light extends KitControl {
    private final String word;
    private final Hue hue;
    private final boolean blinks;
    private final Runnable clear;
    private final FramePulse.Frame frame = this::blink;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener motion = _ -> follow();

    private int count;
    private String text;
    private double phase;

    /// @param clear what a click does while it is lit
    /// @param blinks slowly, between 60 and 100 %; steady with reduced motion
    public Light(Look look, String word, Hue hue, boolean blinks, Runnable clear) {
        super(look);
        this.word = word;
        text = word;
        this.hue = hue;
        this.blinks = blinks;
        this.clear = clear;
        setRing(-3, 6);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setCount(0);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                clear();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean space = event.getCode() == KeyCode.SPACE && isFocusVisible();
            if (space || event.getCode() == KeyCode.ENTER) {
                clear();
                event.consume();
            }
        });
        sceneProperty().addListener(_ -> follow());
        look.reducedMotionProperty().addListener(new WeakInvalidationListener(motion));
    }

    private void clear() {
        if (count > 0) {
            clear.run();
        }
    }

    /// Shows how many there are, with the number; 0 is dark.
    public void setCount(int now) {
        show(now, now == 0 ? word : word + " " + now);
    }

    /// Shows what is on or off.
    public void setLit(boolean lit) {
        show(lit ? 1 : 0, word);
    }

    /// Shows a word in place of its own while it is on; a blank one is dark.
    public void setLit(String said) {
        show(said.isBlank() ? 0 : 1, said.isBlank() ? word : said);
    }

    private void show(int now, String shown) {
        count = now;
        text = shown;
        setAccessibleText(now == 0 ? word + ", off" : shown + ", on, press to clear");
        follow();
        repaint();
    }

    private void follow() {
        boolean moves = blinks
                && count != 0
                && getScene() != null
                && !look().reducedMotionProperty().get();
        if (moves) {
            look().pulse().add(frame);
        } else {
            look().pulse().remove(frame);
            setOpacity(1);
        }
    }

    private void blink(double seconds) {
        phase = (phase + seconds) % 1;
        setOpacity(0.8 + 0.2 * Math.cos(2 * Math.PI * phase));
    }

    @Override
    protected double unitWidth() {
        return 60;
    }

    @Override
    protected double unitHeight() {
        return 24;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean on = count != 0;
        p.fill(0, 0, w, h, on ? hue.color() : Token.BG_2.towards(Token.BG_3, hover()), 4);
        if (!on) {
            p.border(0, 0, w, h, Token.LINE_2.color(), 4);
        }
        p.center(w / 2, h / 2, text, TypeRole.LETTER, (on ? Token.INK : Token.FG_3).color());
    }
}
