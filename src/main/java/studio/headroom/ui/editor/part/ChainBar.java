package studio.headroom.ui.editor.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The bar above editors: back to the mixer, whose chain it is, and the chain.
public final class ChainBar extends HBox {
    /// What it asks for.
    public interface Owner {
        void back();

        /// @param beside next to the editor that is open
        void open(String insertId, boolean beside);
    }

    private static final Param BYPASS =
            new Param("bypass.all", "Bypass all", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);

    private final Look look;
    private final ChainModel chain;
    private final InsertLink link;
    private final Owner owner;
    private final HBox chips;
    private final ScrollPane scroll;
    private boolean revealed;
    private final Region mark = new Region();
    private final ChainChip.Hands hands = new ChipHands();
    private final ControlModel bypass;
    private final Words trimWords;
    private Set<String> open = Set.of();
    private List<Insert> shown = List.of();

    /// @param link tells where the playhead is
    public ChainBar(Look look, ChainModel chain, InsertLink link, Owner owner) {
        super(look.px(12));
        this.link = link;
        this.look = look;
        this.chain = chain;
        this.owner = owner;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(look.px(8), look.px(12), look.px(8), look.px(12)));
        setMinHeight(look.px(48));
        Panels.fill(look, this, Token.BG_2, 0);
        trimWords = new Words(look, "", TypeRole.BUTTON, Token.FG_2);
        chips = new HBox(look.px(6));
        chips.setAlignment(Pos.CENTER_LEFT);
        Panels.fill(look, mark, Token.ACCENT, 1);
        scroll = scrolled();
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        Button back = Buttons.of(look, Icon.CHEVRON_LEFT, "Mixer", Buttons.Kind.GHOST, owner::back);
        back.setMinWidth(USE_PREF_SIZE);
        Words words = new Words(look, "Bypass all", TypeRole.BODY, Token.FG_2);
        words.setMinWidth(USE_PREF_SIZE);
        bypass = new ControlModel(
                BYPASS,
                chain.owner() + " bypass all effects",
                "Lets the sound pass all effects of this chain; once more switches those on again that were.",
                _ -> chain.turnAll());
        getChildren().addAll(back, color(), title(), scroll, words, new Switch(look, bypass));
    }

    /// A long chain scrolls under the wheel.
    private ScrollPane scrolled() {
        ScrollPane scroll = new ScrollPane(chips);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        scroll.setMinWidth(look.px(120));
        scroll.setMinHeight(look.px(34));
        scroll.setPrefHeight(look.px(34));
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            double hidden = chips.getWidth() - scroll.getViewportBounds().getWidth();
            if (hidden > 0) {
                scroll.setHvalue(Math.clamp(scroll.getHvalue() - by / hidden, 0, 1));
            }
            event.consume();
        });
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Region color() {
        Region color = new Region();
        color.setMinSize(look.px(4), look.px(26));
        color.setMaxSize(look.px(4), look.px(26));
        TrackColor track =
                chain.strip().flatMap(strip -> TrackColor.byId(strip.color())).orElse(TrackColor.GREY);
        Panels.fill(look, color, track, 1);
        return color;
    }

    /// Lets an effect that is open be seen.
    private void reveal() {
        chainChips().stream()
                .filter(chip -> open.contains(chip.insert().id()))
                .findFirst()
                .ifPresent(chip -> {
                    double hidden =
                            chips.getWidth() - scroll.getViewportBounds().getWidth();
                    double middle = chip.getBoundsInParent().getCenterX()
                            - scroll.getViewportBounds().getWidth() / 2;
                    scroll.setHvalue(hidden <= 0 ? 0 : Math.clamp(middle / hidden, 0, 1));
                });
    }

    private VBox title() {
        VBox title = new VBox(
                new Words(look, chain.owner(), TypeRole.CARD_TITLE, Token.FG_1),
                new Words(look, chain.place(), TypeRole.LABEL, Token.FG_3));
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(look.px(110));
        return title;
    }

    /// Shows the chain as it is now.
    ///
    /// @param opened ids of the effects whose editors are open
    public void show(Set<String> opened) {
        List<Insert> now = chain.inserts();
        bypass.show(chain.isBypassed() ? 1 : 0);
        if (bypass.enabled() == now.isEmpty()) {
            bypass.setDisabledReason(now.isEmpty() ? "there is no effect" : null);
        }
        if (now.equals(shown) && opened.equals(open) && !chips.getChildren().isEmpty()) {
            return;
        }
        shown = now;
        open = Set.copyOf(opened);
        Optional<String> focused = chainChips().stream()
                .filter(Node::isFocused)
                .map(chip -> chip.insert().id())
                .findFirst();
        chips.getChildren().clear();
        chain.strip().map(this::trim).ifPresent(chips.getChildren()::add);
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

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!revealed && scroll.getViewportBounds().getWidth() > 0 && chips.getWidth() > 0) {
            revealed = true;
            reveal();
        }
    }

    private Node trim(Strip strip) {
        trimWords.say(trimText(strip), Token.FG_2);
        HBox box = new HBox(trimWords);
        box.setAlignment(Pos.CENTER);
        box.setPadding(new Insets(0, look.px(10), 0, look.px(10)));
        box.setMinHeight(look.px(28));
        box.setMaxHeight(look.px(28));
        Panels.fill(look, box, Token.BG_3, 4);
        return box;
    }

    /// The trim that is heard, which its automation may move.
    private String trimText(Strip strip) {
        double db = strip.lane(strip.id(), StripControls.TRIM.id())
                .filter(Lane::enabled)
                .filter(lane -> !lane.points().isEmpty())
                .map(lane -> lane.valueAt(StripControls.TRIM, link.position()))
                .orElse(strip.controls().get(StripControls.TRIM));
        return "Trim " + (db > 0 ? "+" : "") + StripControls.TRIM.format(db);
    }

    /// Lets what automation moves follow the playhead; with every frame.
    public void follow() {
        chain.strip().ifPresent(strip -> trimWords.say(trimText(strip), Token.FG_2));
    }

    private Button plus() {
        Button plus =
                Buttons.icon(look, Icon.PLUS, "Add an effect", "Adds an effect at the end of the chain.", () -> {});
        plus.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            for (EffectType type : Catalogue.types()) {
                MenuItem item = new MenuItem(type.label());
                item.setOnAction(_ -> chain.add(type).ifPresent(id -> owner.open(id, false)));
                menu.getItems().add(item);
            }
            menu.show(plus, Side.BOTTOM, 0, look.px(2));
        });
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
            MenuItem beside = new MenuItem("Open beside");
            beside.setOnAction(_ -> open(chip.insert(), true));
            MenuItem remove = new MenuItem("Remove");
            remove.setOnAction(_ -> remove(chip.insert()));
            menu.getItems().addAll(power, beside, remove);
            menu.show(chip, screenX, screenY);
        }
    }
}
