package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Insert;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The effects of a chain as chips, which open, switch, move, copy and remove them, and a button that adds one. Where
/// they do not fit they say less, then as many as there is room for are shown between two ends that tell how many lie
/// beyond; the wheel, the ends, and the keyboard on its way go there. No chip is ever cut.
public final class ChainRow extends Region {
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

    private static final double HEIGHT = 34;
    private static final double SIGN = 16;
    /// Travel of the wheel or of two fingers that goes on by one chip, in pixels.
    private static final double NOTCH = 30;
    /// How long a chip is held over an end until the row goes on.
    private static final double HOLD_MS = 350;

    private final Look look;
    private final ChainModel chain;
    private final Owner owner;
    private final double gap;
    private final Region mark = new Region();
    private final ChainChip.Hands hands = new ChipHands();
    private final ChainEnd left;
    private final ChainEnd right;
    private final Button plus;
    /// What stands in the row from left to right, the signs between aside.
    private List<Node> items = List.of();

    private List<Node> signs = List.of();
    private List<ChainChip> chips = List.of();
    private Set<String> open = Set.of();
    private List<Insert> shown = List.of();
    /// The first item in sight, and how many are.
    private int first;

    private int count;
    /// What must be in sight, until someone goes elsewhere.
    private @Nullable Node wanted;

    private double wheeled;
    private FramePulse.@Nullable Delay held;

    /// @param gap between chips and what stands between them, in units
    public ChainRow(Look look, ChainModel chain, double gap, Owner owner) {
        this.look = look;
        this.chain = chain;
        this.gap = gap;
        this.owner = owner;
        left = new ChainEnd(look, true, () -> goOn(-1));
        right = new ChainEnd(look, false, () -> goOn(1));
        plus = Buttons.icon(look, Icon.PLUS, "Add an effect", "Adds an effect to the chain.", () -> {});
        plus.setOnAction(_ -> owner.add(plus));
        Panels.fill(look, mark, Token.ACCENT, 1);
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            wheeled -= event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            if (Math.abs(wheeled) >= NOTCH) {
                goOn(wheeled > 0 ? 1 : -1);
                wheeled = 0;
            }
            event.consume();
        });
    }

    /// Shows the chain as it is now.
    ///
    /// @param opened ids of the effects whose editors are open
    /// @param before what stands before the chips, such as a strip's trim
    public void show(Set<String> opened, List<? extends Node> before) {
        List<Insert> now = chain.inserts();
        if (now.equals(shown) && opened.equals(open) && !getChildren().isEmpty()) {
            return;
        }
        boolean other = !opened.equals(open);
        shown = now;
        open = Set.copyOf(opened);
        Optional<String> focused = chips.stream()
                .filter(Node::isFocused)
                .map(chip -> chip.insert().id())
                .findFirst();
        chips = now.stream().map(this::chip).toList();
        items = new ArrayList<>(before);
        items.addAll(chips);
        signs = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            signs.add(Icon.CHEVRON_RIGHT.node(look, SIGN, Token.FG_3));
        }
        List<Node> all = new ArrayList<>(List.of(left));
        all.addAll(signs);
        all.addAll(items);
        all.addAll(List.of(right, plus, mark));
        getChildren().setAll(all);
        // Whoever moves an effect by key goes on with it.
        focused.flatMap(id -> chips.stream()
                        .filter(chip -> chip.insert().id().equals(id))
                        .findFirst())
                .ifPresent(Node::requestFocus);
        if (other || focused.isEmpty()) {
            wanted = chips.stream()
                    .filter(chip -> open.contains(chip.insert().id()))
                    .findFirst()
                    .orElse(null);
        }
        requestLayout();
    }

    private ChainChip chip(Insert insert) {
        ChainChip chip = new ChainChip(look, insert, open.contains(insert.id()), hands);
        chip.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                reveal(chip);
            }
        });
        return chip;
    }

    /// Says on an effect's chip how far it goes, in a few characters; empty for nothing.
    public void tell(String insertId, String move) {
        chips.stream().filter(chip -> chip.insert().id().equals(insertId)).forEach(chip -> chip.tell(move));
    }

    private void reveal(Node chip) {
        wanted = chip;
        requestLayout();
    }

    private void goOn(int by) {
        first += by;
        wanted = null;
        requestLayout();
    }

    // ---- layout ----

    @Override
    protected double computePrefHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected double computePrefWidth(double height) {
        return plus.prefWidth(-1) + look.px(gap) + wide(ChainChip.Form.FULL);
    }

    /// One short chip, both ends, and what adds one.
    @Override
    protected double computeMinWidth(double height) {
        return look.px(2 * (ChainEnd.WIDTH + gap) + gap + 76) + plus.prefWidth(-1);
    }

    private double step() {
        return look.px(SIGN) + 2 * look.px(gap);
    }

    private double wide(Node item, ChainChip.Form form) {
        return item instanceof ChainChip chip ? look.px(chip.width(form)) : item.prefWidth(-1);
    }

    /// All items side by side.
    private double wide(ChainChip.Form form) {
        return items.stream().mapToDouble(item -> wide(item, form)).sum() + Math.max(0, items.size() - 1) * step();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - plus.prefWidth(-1) - look.px(gap);
        ChainChip.Form form = ChainChip.Form.BRIEF;
        for (ChainChip.Form each : ChainChip.Form.values()) {
            if (wide(each) <= room + 0.5) {
                form = each;
                break;
            }
        }
        ChainChip.Form chosen = form;
        chips.forEach(chip -> chip.setForm(chosen));
        boolean fits = wide(form) <= room + 0.5;
        double ends = look.px(ChainEnd.WIDTH + gap);
        double[] wide = items.stream().mapToDouble(item -> wide(item, chosen)).toArray();
        choose(wide, fits ? room : room - 2 * ends);
        left.setVisible(!fits);
        right.setVisible(!fits);
        double end = place(wide, fits ? 0 : ends);
        center(left, 0, look.px(ChainEnd.WIDTH));
        center(right, getWidth() - plus.prefWidth(-1) - ends, look.px(ChainEnd.WIDTH));
        center(plus, fits ? end + look.px(gap) : getWidth() - plus.prefWidth(-1), plus.prefWidth(-1));
        left.show(beyond(0, first));
        right.show(beyond(first + count, items.size()));
    }

    private int beyond(int from, int to) {
        return (int) items.subList(from, to).stream()
                .filter(ChainChip.class::isInstance)
                .count();
    }

    /// Chooses which items are in sight: as many as there is room for, from the first that is wished for.
    private void choose(double[] wide, double room) {
        int must = wanted == null ? -1 : items.indexOf(wanted);
        InSight chosen = InSight.of(wide, step(), room + 0.5, first, must);
        first = chosen.first();
        count = chosen.count();
    }

    /// @return where the last one in sight ends
    private double place(double[] wide, double from) {
        double x = from;
        for (int i = 0; i < first; i++) {
            x -= wide[i] + step();
        }
        double end = from;
        for (int i = 0; i < items.size(); i++) {
            boolean in = i >= first && i < first + count;
            Node item = items.get(i);
            // What is out of sight is still met by the keyboard, which brings it in.
            item.setOpacity(in ? 1 : 0);
            item.setMouseTransparent(!in);
            center(item, x, wide[i]);
            if (i > 0) {
                Node sign = signs.get(i - 1);
                sign.setVisible(in && i > first);
                center(sign, x - look.px(gap) - look.px(SIGN), look.px(SIGN));
            }
            x += wide[i];
            end = in ? x : end;
            x += step();
        }
        return end;
    }

    private void center(Node node, double x, double wide) {
        double grid = look.outputScale();
        double tall = node.prefHeight(-1);
        double snapped = Math.rint(x * grid) / grid;
        node.resizeRelocate(snapped, Math.rint((getHeight() - tall) / 2 * grid) / grid, wide, tall);
    }

    // ---- hands ----

    /// How many of the chips lie left of a place, one that is moved away not counted.
    private int indexAt(@Nullable ChainChip moved, double sceneX) {
        int index = 0;
        for (ChainChip chip : chips) {
            var bounds = chip.localToScene(chip.getLayoutBounds());
            if (chip != moved && bounds.getCenterX() < sceneX) {
                index++;
            }
        }
        return index;
    }

    /// A chip that is held over an end goes on beyond it.
    private void holdOverEnd(double sceneX) {
        double x = sceneToLocal(sceneX, 0).getX();
        boolean over = left.isVisible() && (x < left.getBoundsInParent().getMaxX() || x > right.getLayoutX());
        if (!over) {
            letEndGo();
        } else if (held == null) {
            int by = x < left.getBoundsInParent().getMaxX() ? -1 : 1;
            held = look.pulse().after(HOLD_MS, () -> {
                held = null;
                goOn(by);
            });
        }
    }

    private void letEndGo() {
        FramePulse.Delay waiting = held;
        if (waiting != null) {
            waiting.cancel();
            held = null;
        }
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
            holdOverEnd(sceneX);
            List<ChainChip> others =
                    chips.stream().filter(other -> copy || other != chip).toList();
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
            letGo();
            int index = indexAt(copy ? null : chip, sceneX);
            if (copy) {
                chain.copy(chip.insert().id(), index);
            } else if (index != chips.indexOf(chip)) {
                chain.move(chip.insert().id(), index);
            }
        }

        @Override
        public void letGo() {
            letEndGo();
            mark.setVisible(false);
            requestLayout();
        }

        @Override
        public void shift(Insert insert, int by) {
            int index = chain.inserts().indexOf(insert) + by;
            if (index >= 0 && index < chain.inserts().size()) {
                chain.move(insert.id(), index);
            }
        }

        @Override
        public void go(ChainChip chip, int by) {
            int index = chips.indexOf(chip) + by;
            if (index >= 0 && index < chips.size()) {
                chips.get(index).requestFocus();
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
