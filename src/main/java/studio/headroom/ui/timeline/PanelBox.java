package studio.headroom.ui.timeline;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// A small panel that floats over the timeline while something is prepared: it can be moved by its title, and the song
/// can be played and edited beside it. Esc and the cross close it. UI thread.
final class PanelBox extends VBox {
    private static final double PAD = 12;

    private final Look look;
    private final VBox body = new VBox();
    private Runnable closed = () -> {};
    private @Nullable WindowRoot root;
    private @Nullable Node before;
    private Point2D grabbed = Point2D.ZERO;

    /// @param width in units
    PanelBox(Look look, String title, double width) {
        this.look = look;
        getStyleClass().add("hr-picker");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setPrefWidth(look.px(width));
        Label heading = new Label(title);
        heading.getStyleClass().add("hr-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        IconButton cross = new IconButton(look, Icon.CLOSE, 20, 20, "Close", "", this::close);
        HBox top = new HBox(look.px(8), heading, cross);
        top.setAlignment(Pos.CENTER_LEFT);
        heading.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> grabbed = local(event));
        heading.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        body.setSpacing(look.px(8));
        VBox content = new VBox(look.px(PAD), top, body);
        content.setPadding(new Insets(look.px(PAD / 2)));
        getChildren().add(content);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // What is typed here is for nobody else, but Tab goes on from control to control.
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    private Point2D local(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private void dragged(MouseEvent event) {
        WindowRoot window = root;
        if (window != null) {
            Point2D at = window.sceneToLocal(event.getSceneX(), event.getSceneY());
            window.place(this, at.getX() - grabbed.getX(), at.getY() - grabbed.getY());
        }
    }

    /// What stands below the title.
    VBox body() {
        return body;
    }

    /// A line of text.
    static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-dialog-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A row that begins with what it is about.
    HBox row(String about, Node... nodes) {
        Label label = new Label(about);
        label.getStyleClass().add("hr-dialog-text");
        label.setMinWidth(look.px(88));
        HBox row = new HBox(look.px(8), label);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(nodes);
        return row;
    }

    /// Buttons at the right.
    HBox buttons(Node... nodes) {
        HBox row = new HBox(look.px(8), nodes);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    /// A list of options, one of which is chosen.
    ///
    /// @param words two or more
    /// @param chosen is given the place of another one
    ChoiceField choice(String label, String name, String explanation, List<String> words, int now, IntConsumer chosen) {
        List<String> ids =
                IntStream.range(0, words.size()).mapToObj(i -> "option" + i).toList();
        Param param =
                new Param("choice", label, Unit.NONE, new Range.Choice(ids), Math.max(0, now), Smoothing.NONE, false);
        ControlModel control = new ControlModel(param, name, explanation, plain -> chosen.accept((int) plain));
        return new ChoiceField(look, control, words, 132, 24);
    }

    /// A few options side by side.
    SegmentedControl segments(
            String label, String name, String explanation, List<String> words, int now, IntConsumer chosen) {
        List<String> ids =
                IntStream.range(0, words.size()).mapToObj(i -> "option" + i).toList();
        Param param =
                new Param("choice", label, Unit.NONE, new Range.Choice(ids), Math.max(0, now), Smoothing.NONE, false);
        ControlModel control = new ControlModel(param, name, explanation, plain -> chosen.accept((int) plain));
        control.setWords(plain -> words.get((int) plain));
        control.show(now);
        return new SegmentedControl(look, control, words, 88, 24);
    }

    /// A number with its unit, to drag and to type.
    ///
    /// @param now its value
    /// @param taken is given another one
    ValueField field(Param param, String name, String explanation, double now, DoubleConsumer taken) {
        ControlModel control = new ControlModel(param, name, explanation, taken::accept);
        control.show(now);
        return new ValueField(look, control, 88, 24, false);
    }

    /// @param action runs once, when it is closed in whatever way
    void onClose(Runnable action) {
        closed = action;
    }

    /// Opens it at the upper right of a node.
    void open(Node over) {
        WindowRoot window = WindowRoot.of(over);
        root = window;
        before = over.getScene().getFocusOwner();
        window.show(this);
        autosize();
        var at = window.boundsOf(over);
        window.place(this, at.getMaxX() - getWidth() - look.px(24), at.getMinY() + look.px(12));
    }

    /// Gives the focus to the first thing in it that takes keys.
    void focus() {
        setFocusTraversable(true);
        requestFocus();
        requestFocusTraversal(TraversalDirection.NEXT);
        setFocusTraversable(false);
    }

    /// Takes a new size after its content has changed, where it stands.
    void fit() {
        WindowRoot window = root;
        if (window != null) {
            applyCss();
            window.place(this, getLayoutX(), getLayoutY());
        }
    }

    boolean isOpen() {
        return root != null;
    }

    void close() {
        WindowRoot window = root;
        if (window != null) {
            root = null;
            window.hide(this);
            Node back = before;
            if (back != null && back.getScene() != null) {
                back.requestFocus();
            }
            closed.run();
        }
    }
}
