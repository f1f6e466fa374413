package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A menu of all effects that is searched by typing: in their names first, then in what they are for. The arrow keys
/// choose, Enter takes, Esc leaves, and it goes with what it hangs on.
public final class EffectPicker extends VBox {
    private static final double WIDTH = 260;

    private final Look look;
    private final WindowRoot root;
    private final Node owner;
    private final Consumer<EffectType> chosen;
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final Label purpose = new Label();
    /// What it hangs on has gone, or is somewhere else.
    private final InvalidationListener gone = observable -> close();
    private final List<Node> around = new ArrayList<>();
    private List<EffectType> found = List.of();
    private int at;
    private boolean open;

    private EffectPicker(Look look, Node owner, Consumer<EffectType> chosen) {
        this.look = look;
        this.owner = owner;
        this.chosen = chosen;
        root = WindowRoot.of(owner);
        getStyleClass().add("hr-picker");
        search.setPromptText("Search effects");
        search.setAccessibleText("Search effects");
        purpose.getStyleClass().add("hr-sub");
        purpose.setWrapText(true);
        // Three lines, so that the list does not jump.
        purpose.setMinHeight(look.px(46));
        purpose.setPrefHeight(look.px(46));
        setPrefWidth(look.px(WIDTH));
        getChildren().addAll(search, list, purpose);
        search.textProperty().addListener(observable -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                close();
            }
        });
        for (Node up = owner; up != null; up = up.getParent()) {
            up.visibleProperty().addListener(gone);
            around.add(up);
        }
        owner.sceneProperty().addListener(gone);
        owner.localToSceneTransformProperty().addListener(gone);
    }

    private void forgetOwner() {
        around.forEach(each -> each.visibleProperty().removeListener(gone));
        owner.sceneProperty().removeListener(gone);
        owner.localToSceneTransformProperty().removeListener(gone);
    }

    /// Opens one beside a node.
    ///
    /// @param chosen hears what was chosen
    public static EffectPicker open(Look look, Node owner, Consumer<EffectType> chosen) {
        EffectPicker picker = new EffectPicker(look, owner, chosen);
        picker.find();
        picker.open = true;
        picker.root.show(picker);
        Bounds bounds = picker.root.boundsOf(owner);
        picker.root.place(picker, bounds.getMinX(), bounds.getMaxY() + look.px(2));
        picker.search.requestFocus();
        return picker;
    }

    public TextField search() {
        return search;
    }

    /// What is listed, the best first.
    List<EffectType> found() {
        return found;
    }

    /// Those with all words of the text: in their names first, at the beginning best, then in what they are for.
    static List<EffectType> matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<EffectType> first = new ArrayList<>();
        List<EffectType> second = new ArrayList<>();
        List<EffectType> third = new ArrayList<>();
        for (EffectType type : Catalogue.types()) {
            String label = type.label().toLowerCase(Locale.ROOT);
            if (label.startsWith(wanted) || type.id().startsWith(wanted)) {
                first.add(type);
            } else if (label.contains(wanted) || type.id().contains(wanted)) {
                second.add(type);
            } else if (type.purpose().toLowerCase(Locale.ROOT).contains(wanted)) {
                third.add(type);
            }
        }
        first.addAll(second);
        first.addAll(third);
        return List.copyOf(first);
    }

    private void find() {
        found = matching(search.getText());
        at = 0;
        list.getChildren().clear();
        for (int i = 0; i < found.size(); i++) {
            int index = i;
            Label row = new Label(found.get(i).label());
            row.getStyleClass().add("hr-row");
            row.setAccessibleRole(AccessibleRole.MENU_ITEM);
            row.setMaxWidth(Double.MAX_VALUE);
            row.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> point(index));
            // Pressed, since the search field loses the focus then.
            row.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                take(index);
                event.consume();
            });
            list.getChildren().add(row);
        }
        if (found.isEmpty()) {
            Label nothing = new Label("No effect is called so.");
            nothing.getStyleClass().add("hr-row");
            list.getChildren().add(nothing);
        }
        point(0);
    }

    private void point(int index) {
        at = found.isEmpty() ? -1 : Math.clamp(index, 0, found.size() - 1);
        for (int i = 0; i < list.getChildren().size(); i++) {
            Label row = (Label) list.getChildren().get(i);
            boolean on = i == at;
            row.setStyle(
                    on
                            ? "-fx-background-color: " + Token.ACCENT_FILL.css() + "; -fx-text-fill: "
                                    + Token.WHITE.css() + ";"
                            : "");
        }
        purpose.setText(at < 0 ? "" : found.get(at).purpose());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> point(at + 1);
            case UP -> point(at - 1);
            case ENTER -> take(at);
            case ESCAPE -> {
                close();
                owner.requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take(int index) {
        if (index >= 0 && index < found.size()) {
            EffectType type = found.get(index);
            close();
            chosen.accept(type);
        }
    }

    private void close() {
        if (open) {
            open = false;
            forgetOwner();
            root.hide(this);
        }
    }
}
