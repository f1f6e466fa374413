package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.control.GainReductionMeter;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.ModeButton;
import studio.headroom.ui.control.PanBar;
import studio.headroom.ui.control.PeakReadout;
import studio.headroom.ui.control.StripMeterView;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One strip on the screen, from its equalizer down to its name. It takes all height it is given: what there is no room
/// for is left out, and the fader has the rest.
final class StripView extends Region {
    static final double NARROW = 64;
    /// In small windows.
    static final double SLIM = 60;
    static final double WIDE = 104;
    static final double MASTER = 132;

    private static final double INSET = 4;
    private static final List<ModeButton.Mode> MODES = modes();

    private final Look look;
    private final StripModel model;
    private final StripHands hands;
    private final boolean master;
    private final boolean wide;
    private final double width;

    private final StripGround ground;
    private final EqThumbnail eq;
    private final Region dynamics;
    private final InsertRack inserts;
    private final Region sends;
    private final Region pan;
    private final LetterButton mute;
    private final @Nullable LetterButton solo;
    private final ModeButton mode;
    private final PeakReadout peak;
    private final StripMeterView meter;
    private final NameBlock name;
    private Fader fader;
    private ValueField level;
    private ControlModel faderModel;
    private Set<Block> blocks = Set.of();
    /// Whether a click selects it alone, when the button comes up.
    private boolean alone;
    private Runnable unwatch = () -> {};

    /// @param wide with room for words
    /// @param slim in a small window, where it is not wide
    StripView(Look look, StripModel model, boolean wide, boolean slim, StripHands hands) {
        this.look = look;
        this.model = model;
        this.hands = hands;
        master = model.kind() == Strip.Kind.MASTER;
        this.wide = wide;
        width = master ? MASTER : wide ? WIDE : slim ? SLIM : NARROW;
        ground = new StripGround(look, model);
        eq = new EqThumbnail(look, model, master ? "No EQ on the mix" : "EQ", this::openEq);
        dynamics = master
                ? new CorrelationView(look, model)
                : new GainReductionMeter(
                        look,
                        model::reductionDb,
                        GainReductionMeter.Shape.LYING,
                        12,
                        model.name() + " dynamics, gain reduction");
        inserts = new InsertRack(look, model, hands);
        sends = master ? new MasterLoudness(look, model, hands.doors()) : new SendRack(look, model);
        pan = master ? new MonitorButtons(look, model) : panBar();
        mute = LetterButton.mute(look, model.mute());
        solo = master ? null : LetterButton.solo(look, model.solo());
        mode = new ModeButton(look, model.mode(), MODES, 18, 20);
        peak = new PeakReadout(look, model.meter(), model.name() + " peak", PeakReadout.Kind.NUMBER, 55);
        peak.setClearAll(model.mixer()::clearPeaks);
        StripMeterView.Width bars =
                master ? StripMeterView.Width.MASTER : wide ? StripMeterView.Width.WIDE : StripMeterView.Width.NARROW;
        meter = new StripMeterView(look, model.meter(), bars, LevelScale.FADER);
        name = new NameBlock(look, model, hands);
        faderModel = model.volume();
        fader = fader(faderModel);
        level = level(faderModel);
        if (solo != null) {
            solo.setAltAction(() -> model.mixer().solos().only(model.id()));
            solo.setMoreItems(() -> SwitchMenu.ofSolo(look, model));
            paints(solo, Link.SOLO);
        }
        mute.setAltAction(model.mixer().actions()::clearMutes);
        mute.setMoreItems(() -> SwitchMenu.ofMute(look, model));
        paints(mute, Link.MUTE);
        addChildren();
        addHandlers();
        refresh();
        sceneProperty().addListener((observable, before, scene) -> {
            unwatch.run();
            unwatch = () -> {};
            if (scene != null) {
                unwatch = model.observe(this::refresh);
                refresh();
            }
        });
    }

    private PanBar panBar() {
        PanBar bar = new PanBar(look, model.pan());
        bar.setMoreItems(() -> List.of(PanLawMenu.of(look, model.mixer())));
        return bar;
    }

    private static List<ModeButton.Mode> modes() {
        List<ModeButton.Mode> modes = new ArrayList<>(ModeButton.AUTOMATION);
        modes.add(new ModeButton.Mode("Trim", "±", Token.ACCENT, null));
        return List.copyOf(modes);
    }

    /// A drag from a switch over other strips does the same to theirs.
    private void paints(LetterButton button, Link what) {
        SwitchPaint paint = model.mixer().paint();
        button.setPressAction(() -> paint.begin(model.id(), what));
        button.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> hands.paint(event.getSceneX(), event.getSceneY()));
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> paint.end());
    }

    private void addChildren() {
        getChildren().addAll(ground, eq, dynamics, inserts, sends, pan, mute);
        if (solo != null) {
            getChildren().add(solo);
        }
        getChildren().addAll(mode, peak, meter, fader, level, name);
    }

    private Fader fader(ControlModel shown) {
        return new Fader(look, shown, wide ? Fader.Width.WIDE : Fader.Width.NARROW, true);
    }

    private ValueField level(ControlModel shown) {
        return new ValueField(look, shown, width - 9, 18, true);
    }

    // ---- hands ----

    private void addHandlers() {
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            boolean modified = event.isShiftDown() || event.isShortcutDown() || event.isAltDown();
            // A control is used alone while Ctrl is held, whatever it is linked with.
            model.mixer().setAlone(event.isShortcutDown() && !isGround(event));
            if (!modified && !model.selected()) {
                model.mixer().select(model.id(), false, false);
            }
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> model.mixer().setAlone(false));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && isGround(event)) {
                // One of several may be about to drag them all.
                boolean plain = !event.isShiftDown() && !event.isShortcutDown();
                alone = plain && model.selected();
                if (!alone) {
                    model.mixer().select(model.id(), event.isShiftDown(), event.isShortcutDown());
                }
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (alone && event.isStillSincePress()) {
                model.mixer().select(model.id(), false, false);
            }
            alone = false;
        });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!model.selected()) {
                model.mixer().select(model.id(), false, false);
            }
            StripMenu.of(look, model, hands.doors().commands(), this, this::rename)
                    .show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// Whether a click means the strip and none of its controls.
    private boolean isGround(MouseEvent event) {
        Object target = event.getTarget();
        return target == this
                || target == name
                || target == eq
                || target == inserts
                || target == sends
                || target instanceof InsertSlot slot && slot.insert() == null && !slot.isPlus();
    }

    /// Opens the equalizer, adding one in front where there is none.
    private void openEq() {
        if (model.inserts().stream().noneMatch(EqThumbnail::isEq)) {
            model.mixer().actions().addInsert(model.id(), "eq", 0);
        }
        model.inserts().stream()
                .filter(EqThumbnail::isEq)
                .findFirst()
                .ifPresent(insert -> hands.doors().openInsert(model.id(), insert.id()));
    }

    void rename() {
        name.rename();
    }

    /// Where an effect that is dropped there would stand, or -1 when it is not over the effects.
    int insertIndexAt(double sceneX, double sceneY) {
        return inserts.indexAt(sceneX, sceneY);
    }

    /// Where the line stands that shows the place of an effect, in the scene's coordinates.
    double insertLineY(int index) {
        return inserts.lineY(index);
    }

    // ---- what is shown ----

    StripModel model() {
        return model;
    }

    boolean wide() {
        return wide;
    }

    /// In units, with the gap at its right.
    double units() {
        return width;
    }

    /// Looks at the model again.
    private void refresh() {
        ground.repaint();
        name.refresh();
        eq.refresh();
        if (solo != null) {
            solo.setLocked(model.strip().soloSafe());
        }
        mute.setImplied(model.silentBySolo() && !model.mute().isOn());
        meter.setSilent(model.silentBySolo());
        inserts.refresh();
        if (sends instanceof SendRack rack) {
            rack.refresh();
        }
        refreshFader();
    }

    private void refreshFader() {
        ControlModel wanted = wantedFader();
        if (wanted != faderModel) {
            faderModel = wanted;
            Fader nextFader = fader(wanted);
            ValueField nextLevel = level(wanted);
            getChildren().set(getChildren().indexOf(fader), nextFader);
            getChildren().set(getChildren().indexOf(level), nextLevel);
            fader = nextFader;
            level = nextLevel;
            requestLayout();
        }
    }

    /// The volume, or the send that all faders show.
    private ControlModel wantedFader() {
        String target = model.mixer().sendsOnFaders().get();
        if (target == null || master || target.equals(model.id())) {
            return model.volume();
        }
        var send = model.sendTo(target);
        if (send.isPresent()) {
            return send.get().level();
        }
        String to = model.mixer().strip(target).map(StripModel::name).orElse(target);
        String wantedName = model.name() + " send to " + to;
        if (!faderModel.enabled() && faderModel.name().equals(wantedName)) {
            return faderModel;
        }
        ControlModel none = new ControlModel(StripControls.SEND_LEVEL, wantedName, "", EditTarget.NONE);
        none.show(Double.NEGATIVE_INFINITY);
        none.setDisabledReason("it sends nothing to " + to + " yet; add a send");
        return none;
    }

    Fader faderNode() {
        return fader;
    }

    // ---- layout ----

    @Override
    protected double computePrefWidth(double height) {
        return look.px(width);
    }

    @Override
    protected void layoutChildren() {
        double f = look.factor();
        double h = getHeight() / f;
        double w = width - 1;
        double content = w - 2 * INSET;
        Set<Block> wanted = model.mixer().blocks().get();
        blocks = master ? Block.fittingMaster(wanted, h, MasterLoudness.ALONE) : Block.fitting(wanted, h);
        int rows = (int) Math.max(0, (h - Block.FIXED - Block.height(blocks) - Block.MAX_TRAVEL) / SlotRack.ROW);
        boolean both = blocks.contains(Block.INSERTS) && blocks.contains(Block.SENDS);
        int moreInserts = !blocks.contains(Block.INSERTS) ? 0 : both ? rows - rows / 2 : rows;
        int moreSends = blocks.contains(Block.SENDS) ? rows - moreInserts : 0;
        place(ground, 0, 0, w, h);
        double y = INSET;
        y += block(Block.EQ, eq, y, content, 36, 4);
        y += block(Block.DYNAMICS, dynamics, y, content, 16, 6);
        boolean bare = master && !blocks.contains(Block.SENDS);
        // A row of effects gives way to how loud the mix is.
        double slots = bare ? 54 - SlotRack.ROW : 54;
        y += block(Block.INSERTS, inserts, y, content, slots + moreInserts * SlotRack.ROW, 6);
        y += block(Block.SENDS, sends, y, content, 54 + moreSends * SlotRack.ROW, 6);
        if (bare) {
            // What the mix is for stays, however little room there is.
            double numbers = blocks.contains(Block.INSERTS) ? SlotRack.ROW : 0;
            sends.setVisible(true);
            place(sends, INSET, y, content, MasterLoudness.TALL + numbers);
            y += MasterLoudness.ALONE + numbers;
        }
        place(pan, INSET, y, content, 18);
        y += 24;
        buttons(y, content);
        y += 26;
        place(peak, INSET + (w > 80 ? 40 : 20), y, content - (w > 80 ? 40 : 20), 14);
        ground.setPeakMiddle(y + 7);
        faderAndMeter(y + 14, h - 62, content);
        place(level, INSET, h - 62, content, 18);
        place(name, 0, h - NameBlock.HEIGHT, w, NameBlock.HEIGHT);
    }

    private double block(Block block, Region node, double y, double content, double height, double gap) {
        boolean shown = blocks.contains(block);
        node.setVisible(shown);
        if (!shown) {
            return 0;
        }
        place(node, INSET, y, content, height);
        return height + gap;
    }

    private void buttons(double y, double content) {
        LetterButton second = solo;
        int count = second == null ? 2 : 3;
        double gap = second == null ? 4 : 1;
        double each = Math.floor((content - gap * (count - 1)) / count);
        place(mute, INSET, y, each, 20);
        if (second != null) {
            place(second, INSET + each + gap, y, each, 20);
        }
        double last = (count - 1) * (each + gap);
        place(mode, INSET + last, y, content - last, 20);
    }

    private void faderAndMeter(double top, double bottom, double content) {
        double travel = Math.min(Block.MAX_TRAVEL, bottom - top - 2 * Fader.PAD);
        double height = travel + 2 * Fader.PAD;
        double y = top + (bottom - top - height) / 2;
        double bars = master ? 30 : wide ? 17 : 11;
        // The middle of the groove lies there, see the marks at its left.
        double groove = master ? INSET + 44 : wide ? INSET + 46 : width < NARROW ? 29 : 30;
        double inFader = wide ? 36 : 31;
        place(fader, groove - inFader, y, wide ? 56 : 46, height);
        place(meter, INSET + content - bars, y, bars, height);
    }

    /// In units; the edges lie on the device's grid.
    private void place(Node node, double x, double y, double w, double h) {
        double left = snap(x);
        double top = snap(y);
        node.resizeRelocate(left, top, snap(x + w) - left, snap(y + h) - top);
    }

    private double snap(double units) {
        return Math.rint(units * look.factor() * look.outputScale()) / look.outputScale();
    }
}
