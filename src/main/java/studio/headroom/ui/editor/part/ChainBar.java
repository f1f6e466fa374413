package studio.headroom.ui.editor.part;

import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
    private final ChainRow row;
    private final ControlModel bypass;
    private final Words trimWords;

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
        row = new ChainRow(look, chain, 6, new ChainRow.Owner() {
            @Override
            public void open(String insertId, boolean beside) {
                owner.open(insertId, beside);
            }

            @Override
            public void add(Node plus) {
                effects().show(plus, Side.BOTTOM, 0, look.px(2));
            }
        });
        HBox.setHgrow(row, Priority.ALWAYS);
        Button back = Buttons.of(look, Icon.CHEVRON_LEFT, "Mixer", Buttons.Kind.GHOST, owner::back);
        back.setMinWidth(USE_PREF_SIZE);
        Words words = new Words(look, "Bypass all", TypeRole.BODY, Token.FG_2);
        words.setMinWidth(USE_PREF_SIZE);
        bypass = new ControlModel(
                BYPASS,
                chain.owner() + " bypass all effects",
                "Lets the sound pass all effects of this chain; once more switches those on again that were.",
                _ -> chain.turnAll());
        getChildren().addAll(back, color(), title(), row, words, new Switch(look, bypass));
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
        row.show(opened, chain.strip().map(this::trim).stream().toList());
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

    private ContextMenu effects() {
        ContextMenu menu = new ContextMenu();
        for (EffectType type : Catalogue.types()) {
            MenuItem item = new MenuItem(type.label());
            item.setOnAction(_ -> chain.add(type).ifPresent(id -> owner.open(id, false)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
