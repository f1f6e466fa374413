package studio.headroom.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Where the song is, in bars and in time. A click opens a field to type a place into: Enter goes there, Esc leaves it.
final class TimeDisplay extends StackPane {
    private static final double FULL = 280;
    private static final double HALF = 150;
    private static final double HEIGHT = 40;

    private final Face face;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final Look look;
    private final Consumer<String> locate;

    /// @param locate goes to a typed place; throws an [IllegalArgumentException] with what would be right
    TimeDisplay(Look look, Consumer<String> locate) {
        this.look = look;
        this.locate = locate;
        hint.getStyleClass().add("hr-hint");
        hint.setMouseTransparent(true);
        face = new Face(look);
        field.getStyleClass().add("hr-time-entry");
        field.setVisible(false);
        field.setMinWidth(0);
        field.setPrefWidth(0);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText("Go to bar or time");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener(observable -> clearError());
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                field.setVisible(false);
                clearError();
            }
        });
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(face, field);
    }

    void show(String bars, String time) {
        face.show(bars, time);
    }

    /// Shows bars only, where there is little room.
    void setSingle(boolean now) {
        face.setSingle(now);
    }

    void open() {
        field.setText(face.bars);
        field.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    boolean isOpen() {
        return field.isVisible();
    }

    TextField field() {
        return field;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            try {
                locate.accept(field.getText());
                face.requestFocus();
            } catch (IllegalArgumentException e) {
                showError(String.valueOf(e.getMessage()));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            face.requestFocus();
            event.consume();
        }
    }

    private void showError(String message) {
        field.getStyleClass().add("hr-wrong");
        field.setAccessibleHelp(message);
        field.selectAll();
        hint.setText(message);
        WindowRoot root = WindowRoot.of(this);
        root.show(hint);
        Bounds at = root.boundsOf(this);
        root.place(hint, at.getMinX(), at.getMaxY() + look.px(4));
    }

    private void clearError() {
        field.getStyleClass().remove("hr-wrong");
        if (hint.getParent() != null) {
            WindowRoot.of(this).hide(hint);
        }
    }

    private final class Face extends KitControl {
        private String bars = "";
        private String time = "";
        private boolean single;

        Face(Look look) {
            super(look);
            setAccessibleRole(AccessibleRole.BUTTON);
            setAccessibleText("Position");
            setFocusTraversable(true);
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    open();
                    event.consume();
                }
            });
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    open();
                    event.consume();
                }
            });
        }

        void show(String inBars, String inTime) {
            if (!inBars.equals(bars) || !inTime.equals(time)) {
                bars = inBars;
                time = inTime;
                repaint();
            }
        }

        void setSingle(boolean now) {
            if (single != now) {
                single = now;
                requestLayout();
                repaint();
            }
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT
                    ? "Position, bar " + bars + ", " + time
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        protected double unitWidth() {
            return single ? HALF : FULL;
        }

        @Override
        protected double unitHeight() {
            return HEIGHT;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            p.fill(0, 0, w, h, Token.BG_0.color(), 5);
            p.border(0, 0, w, h, Token.LINE_2.towards(Token.LINE_3, hover()), 5);
            double end = single ? w - 40 : 112;
            p.right(end, h / 2, bars, TypeRole.TIME, Token.FG_1.color());
            p.left(end + 8, h / 2 + 3, "bars", TypeRole.SMALL, Token.FG_3.color());
            if (!single) {
                p.down(156, 10, h - 20, Token.LINE_2.color());
                p.right(w - 14, h / 2, time, TypeRole.TIME_SMALL, Token.FG_2.color());
            }
        }
    }
}
