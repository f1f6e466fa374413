package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.EffectEditor;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The editors of the mastering chain side by side, scrolled sideways; where it is narrow, the one that is looked at
/// alone. Those out of sight have no nodes and look at no sound. One can be opened large. UI thread.
public final class Rack extends StackPane implements AutoCloseable {
    /// Below this width one module is shown at a time, in units.
    private static final double ONE = 1000;

    /// Below this width what is shown alone has its controls below its pictures.
    private static final double BESIDE = 680;

    /// Modules are at least that high, and scrolled up and down where there is less room.
    private static final double LEAST = 320;

    private static final double BAR = 10;
    private static final double GAP = 8;

    private final Look look;
    private final RackModel rack;
    private final ChainStart start;
    private final Runnable unwatch;
    private final HBox row = new HBox();
    private final ScrollPane scroll = new ScrollPane(row);
    private final Map<String, Bay> bays = new LinkedHashMap<>();
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rescale = _ -> rebuild();
    private final Runnable sighting = this::showInSight;
    private final Runnable following = this::follow;
    private @Nullable EffectEditor large;
    private String shown = "";
    private String looked = "";
    /// The width that modules were made to fit.
    private double fitted;

    /// @param start makes the chain of a song that has none
    public Rack(Look look, RackModel rack, ChainStart start) {
        this.look = look;
        this.rack = rack;
        this.start = start;
        setMinSize(0, 0);
        Viewports.uncached(scroll);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        // Both change while things are laid out, when nothing else may be changed.
        scroll.hvalueProperty().addListener(_ -> look.pulse().once(sighting));
        widthProperty().addListener(_ -> look.pulse().once(following));
        heightProperty().addListener(_ -> look.pulse().once(following));
        look.watch(rescale);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && large != null) {
                event.consume();
                closeLarge();
            }
        });
        unwatch = rack.observe(this::follow);
        rebuild();
    }

    private boolean one() {
        return getWidth() > 0 && getWidth() < look.px(ONE);
    }

    private boolean wide() {
        return one() && getWidth() >= look.px(BESIDE);
    }

    private boolean low() {
        return getHeight() > 0 && getHeight() < look.px(LEAST);
    }

    /// The width that modules share.
    private double room() {
        return low() ? Math.max(0, getWidth() - look.px(BAR)) : getWidth();
    }

    private void rebuild() {
        closeLarge();
        closeBays();
        shown = "";
        row.setSpacing(look.px(GAP));
        follow();
    }

    private void follow() {
        EffectEditor open = large;
        if (open != null) {
            if (open.model().isOpen()) {
                return;
            }
            closeLarge();
        }
        List<RackModule> modules = new ArrayList<>(rack.modules());
        if (one()) {
            modules.removeIf(module -> !module.id().equals(rack.selected()));
        }
        String wanted = one() + " " + wide() + " "
                + modules.stream().map(RackModule::id).toList();
        if (!wanted.equals(shown)) {
            shown = wanted;
            fill(modules);
        }
        if (fitted != room()) {
            fit();
        }
        if (!looked.equals(rack.selected())) {
            looked = rack.selected();
            reveal();
        }
    }

    private void fill(List<RackModule> modules) {
        Map<String, Bay> before = new LinkedHashMap<>(bays);
        bays.clear();
        for (RackModule module : modules) {
            Bay known = before.get(module.id());
            Bay bay = known != null && known.module == module && known.wide == wide() ? known : new Bay(module, wide());
            before.remove(module.id(), bay);
            bays.put(module.id(), bay);
        }
        before.values().forEach(Bay::close);
        row.getChildren().setAll(bays.values());
        getChildren().setAll(bays.isEmpty() ? empty() : scroll);
        fit();
        reveal();
    }

    /// Modules grow with the window, and are as wide as they like where there is not enough of it.
    private void fit() {
        double room = room();
        fitted = room;
        scroll.setVbarPolicy(low() ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
        if (room <= 0) {
            return;
        }
        double gaps = Math.max(0, bays.size() - 1) * look.px(GAP);
        double liked = bays.values().stream().mapToDouble(Bay::liked).sum();
        double factor = one() ? 1 : Math.max(1, (room - gaps) / Math.max(1, liked));
        for (Bay bay : bays.values()) {
            double wide = one() ? room : Math.floor(bay.liked() * factor);
            bay.setMinHeight(low() ? look.px(LEAST) : 0);
            bay.setMinWidth(wide);
            bay.setPrefWidth(wide);
            bay.setMaxWidth(wide);
        }
        showInSight();
    }

    /// Gives those in sight their nodes, and takes them from the others.
    private void showInSight() {
        double room = room();
        double all = bays.values().stream().mapToDouble(Bay::getPrefWidth).sum()
                + Math.max(0, bays.size() - 1) * look.px(GAP);
        double left = scroll.getHvalue() * Math.max(0, all - room);
        double at = 0;
        for (Bay bay : bays.values()) {
            bay.show(room > 0 && at < left + room && at + bay.getPrefWidth() > left);
            at += bay.getPrefWidth() + look.px(GAP);
        }
    }

    /// Scrolls to the module that is looked at.
    private void reveal() {
        double room = room();
        double all = bays.values().stream().mapToDouble(Bay::getPrefWidth).sum()
                + Math.max(0, bays.size() - 1) * look.px(GAP);
        double at = 0;
        for (Bay bay : bays.values()) {
            if (bay.module.id().equals(looked) && all > room) {
                double left = scroll.getHvalue() * (all - room);
                double wanted = Math.clamp(
                        left,
                        Math.min(at, at + bay.getPrefWidth() - room),
                        Math.max(at, at + bay.getPrefWidth() - room));
                scroll.setHvalue(Math.clamp(wanted / (all - room), 0, 1));
            }
            at += bay.getPrefWidth() + look.px(GAP);
        }
    }

    private Node empty() {
        Words title = new Words(look, "No effect is in the chain", TypeRole.PANEL_TITLE, Token.FG_1);
        Words more = new Words(
                look,
                "Begin with equalizer, compressor, saturation and limiter, all gentle, or choose a preset above.",
                TypeRole.BODY,
                Token.FG_2);
        Button begin = Buttons.of("Gentle chain", Buttons.Kind.PRIMARY, start::begin);
        begin.setDisable(!start.isOffered());
        begin.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(look.px(12), title, more, begin);
        box.setAlignment(Pos.CENTER);
        box.setFillWidth(false);
        box.setPadding(new Insets(look.px(24)));
        Panels.fill(look, box, Token.BG_2, 6);
        return box;
    }

    // ---- the large editor ----

    /// Opens the large editor of an effect in place of the rack.
    public void expand(String insertId) {
        Optional<RackModule> module = rack.module(insertId);
        if (module.isEmpty()) {
            return;
        }
        closeLarge();
        rack.select(insertId);
        closeBays();
        shown = "";
        EffectEditor editor = new EffectEditor(look, module.get().editor(), rack.presets(), rack::failed);
        large = editor;
        Button back = Buttons.of(look, Icon.CHEVRON_LEFT, "Rack", Buttons.Kind.GHOST, this::closeLarge);
        back.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(back);
        VBox box = new VBox(look.px(4), bar, editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        editor.setMinHeight(0);
        getChildren().setAll(box);
        back.requestFocus();
    }

    /// Whether a large editor is open.
    public boolean isExpanded() {
        return large != null;
    }

    private void closeLarge() {
        EffectEditor open = large;
        if (open != null) {
            large = null;
            open.close();
            follow();
        }
    }

    /// The modules that have nodes now, for tests and for whoever looks for a control.
    public List<ModuleView> inSight() {
        return bays.values().stream().flatMap(bay -> bay.view().stream()).toList();
    }

    private void closeBays() {
        bays.values().forEach(Bay::close);
        bays.clear();
        row.getChildren().clear();
    }

    @Override
    public void close() {
        unwatch.run();
        EffectEditor open = large;
        large = null;
        if (open != null) {
            open.close();
        }
        closeBays();
    }

    /// The place of a module: empty while it is out of sight.
    private final class Bay extends StackPane {
        private final RackModule module;
        private final boolean wide;
        private @Nullable ModuleView view;

        Bay(RackModule module, boolean wide) {
            this.module = module;
            this.wide = wide;
            setMinHeight(0);
            setAlignment(Pos.TOP_LEFT);
        }

        double liked() {
            return look.px(ModuleBody.width(module.insert().type()));
        }

        Optional<ModuleView> view() {
            return getChildren().isEmpty() ? Optional.empty() : Optional.ofNullable(view);
        }

        void show(boolean now) {
            if (now == getChildren().isEmpty()) {
                if (now) {
                    ModuleView made = view;
                    if (made == null) {
                        made = new ModuleView(look, rack, module, wide, () -> expand(module.id()));
                        view = made;
                    }
                    getChildren().setAll(made);
                } else {
                    getChildren().clear();
                }
            }
        }

        void close() {
            getChildren().clear();
            ModuleView made = view;
            view = null;
            if (made != null) {
                made.close();
            }
        }
    }
}
