package studio.headroom.ui.editor.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Insert;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The effects of a chain as chips, which open, switch, move, copy and remove them, and a button that adds one. A long
/// chain scrolls under the wheel.
public final class ChainRow extends ScrollPane {
    /// Whose row it is.
    public interface Owner {
        /// @param beside next to the editor that is open
        void open(String insertId, boolean beside);

        /// Whether two editors can stand side by side.
        default boolean besides() {
            return true;
        }

        /// Offers what can be added.
        ///
        /// @param plus the button that was pressed
        void add(Node plus);
    }

    private final Look look;
    private final ChainModel chain;
    private final Owner owner;
    private final HBox chips;
    private final Region mark = new Region();
    private final ChainChip.Hands hands = new ChipHands();
    private boolean revealed;
    private Set<String> open = Set.of();
    private List<Insert> shown = List.of();

    /// @param gap between chips and what stands between them, in units
    public ChainRow(Look look, ChainModel chain, double gap, Owner owner) {
        this.look = look;
        this.chain = chain;
        this.owner = owner;
        chips = new HBox(look.px(gap));
        chips.setAlignment(Pos.CENTER_LEFT);
        Panels.fill(look, mark, Token.ACCENT, 1);
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        setContent(chips);
        setFitToHeight(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        setMinWidth(look.px(120));
        setMinHeight(look.px(34));
        setPrefHeight(look.px(34));
        addEventFilter(ScrollEvent.SCROLL, event -> {
            double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            double hidden = chips.getWidth() - getViewportBounds().getWidth();
            if (hidden > 0) {
                setHvalue(Math.clamp(getHvalue() - by / hidden, 0, 1));
            }
            event.consume();
        });
    }

    /// Shows the chain as it is now.
    ///
    /// @param opened ids of the effects whose editors are open
    /// @param first what stands before the chips, such as a strip's trim
    public void show(Set<String> opened, List<? extends Node> first) {
        List<Insert> now = chain.inserts();
        if (now.equals(shown) && opened.equals(open) && !chips.getChildren().isEmpty()) {
            return;
        }
        shown = now;
        open = Set.copyOf(opened);
        Optional<String> focused = chainChips().stream()
                .filter(Node::isFocused)
                .map(chip -> chip.insert().id())
                .findFirst();
        chips.getChildren().setAll(first);
        for (Insert insert : now) {
            if (!chips.getChildren().isEmpty()) {
                chips.getChildren().add(Icon.CHEVRON_RIGHT.node(look, 16, Token.FG_3));
            }
            chips.getChildren().add(new ChainChip(look, insert, open.contains(insert.id()), hands));
        }
        chips.getChildren().addAll(plus(), mark);
        // Whoever moves an effect by key goes on with it.
        focused.flatMap(id -> chainChips().stream()
                        .filter(chip -> chip.insert().id().equals(id))
                        .findFirst())
                .ifPresent(Node::requestFocus);
        revealed = false;
        requestLayout();
    }

    /// Says on an effect's chip how far it goes, in a few characters; empty for nothing.
    public void tell(String insertId, String move) {
        chainChips().stream()
                .filter(chip -> chip.insert().id().equals(insertId))
                .forEach(chip -> chip.tell(move));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!revealed && getViewportBounds().getWidth() > 0 && chips.getWidth() > 0) {
            revealed = true;
            reveal();
        }
    }

    /// Lets an effect that is open be seen.
    private void reveal() {
        chainChips().stream()
                .filter(chip -> open.contains(chip.insert().id()))
                .findFirst()
                .ifPresent(chip -> {
                    double hidden = chips.getWidth() - getViewportBounds().getWidth();
                    double middle = chip.getBoundsInParent().getCenterX()
                            - getViewportBounds().getWidth() / 2;
                    setHvalue(hidden <= 0 ? 0 : Math.clamp(middle / hidden, 0, 1));
                });
    }

    private Button plus() {
        Button plus = Buttons.icon(look, Icon.PLUS, "Add an effect", "Adds an effect to the chain.", () -> {});
        plus.setOnAction(_ -> owner.add(plus));
        return plus;
    }

    private List<ChainChip> chainChips() {
        return chips.getChildren().stream()
                .filter(ChainChip.class::isInstance)
                .map(ChainChip.class::cast)
                .toList();
    }

    /// How many of the chips lie left of a place, one that is moved away not counted.
    private int indexAt(@Nullable ChainChip moved, double sceneX) {
        int index = 0;
        for (ChainChip chip : chainChips()) {
            var bounds = chip.localToScene(chip.getLayoutBounds());
            if (chip != moved && bounds.getCenterX() < sceneX) {
                index++;
            }
        }
        return index;
    }

    private final class ChipHands implements ChainChip.Hands {
        @Override
        public void open(Insert insert, boolean beside) {
            if (ChainModel.isKnown(insert)) {
                owner.open(insert.id(), beside);
            }
        }

        @Override
        public void turn(Insert insert) {
            chain.turn(insert);
        }

        @Override
        public void remove(Insert insert) {
            chain.remove(insert.id());
        }

        @Override
        public void drag(ChainChip chip, double sceneX, boolean copy) {
            List<ChainChip> others =
                    chainChips().stream().filter(other -> copy || other != chip).toList();
            int index = indexAt(copy ? null : chip, sceneX);
            mark.setVisible(!others.isEmpty());
            if (!others.isEmpty()) {
                ChainChip beside = others.get(Math.min(index, others.size() - 1));
                double edge = index < others.size()
                        ? beside.getBoundsInParent().getMinX() - look.px(11)
                        : beside.getBoundsInParent().getMaxX() + look.px(9);
                mark.resizeRelocate(edge, beside.getBoundsInParent().getMinY(), look.px(2), beside.getHeight());
            }
        }

        @Override
        public void drop(ChainChip chip, double sceneX, boolean copy) {
            mark.setVisible(false);
            int index = indexAt(copy ? null : chip, sceneX);
            if (copy) {
                chain.copy(chip.insert().id(), index);
            } else if (index != chainChips().indexOf(chip)) {
                chain.move(chip.insert().id(), index);
            }
        }

        @Override
        public void letGo() {
            mark.setVisible(false);
        }

        @Override
        public void shift(Insert insert, int by) {
            int index = chain.inserts().indexOf(insert) + by;
            if (index >= 0 && index < chain.inserts().size()) {
                chain.move(insert.id(), index);
            }
        }

        @Override
        public void menu(ChainChip chip, double screenX, double screenY) {
            ContextMenu menu = new ContextMenu();
            MenuItem power = new MenuItem(chip.insert().bypassed() ? "Switch on" : "Bypass");
            power.setOnAction(_ -> turn(chip.insert()));
            menu.getItems().add(power);
            if (owner.besides()) {
                MenuItem beside = new MenuItem("Open beside");
                beside.setOnAction(_ -> open(chip.insert(), true));
                menu.getItems().add(beside);
            }
            MenuItem remove = new MenuItem("Remove");
            remove.setOnAction(_ -> remove(chip.insert()));
            menu.getItems().add(remove);
            menu.show(chip, screenX, screenY);
        }
    }
}
