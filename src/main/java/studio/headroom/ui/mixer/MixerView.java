package studio.headroom.ui.mixer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The mixer: its bar, the strips, which scroll, and the master, which stays. Strips that are not in sight are in no
/// window: they draw nothing, and their meters rest. UI thread.
public final class MixerView extends Region {
    private static final double EDGE = 4;
    private static final double BAR = 8;
    /// Below this width strips are slim, in units.
    private static final double SMALL = 1400;
    /// From this width on all strips are wide where they fit so, unless they are to be narrow.
    private static final double LARGE = 1900;
    /// Turns of the wheel that follow a scroll so soon scroll on, whatever comes under the pointer.
    private static final double SCROLLING_SECONDS = 0.4;

    private final Look look;
    private final MixerModel model;
    private final StripDrags drags;
    private MixerHeader header;
    private final StripLane lane;
    private final Rectangle edge = new Rectangle();
    private final EmptyLane empty;
    private final ScrollBar bar = new ScrollBar();
    private final MeterBridge bridge;
    private final MixerKeys keys;
    private final Map<StripModel, StripView> views = new HashMap<>();
    private final Map<String, FolderTab> tabs = new HashMap<>();
    private final FramePulse.Frame frame;
    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale;

    private StripView master;
    private boolean slim;
    private boolean roomy;
    private double content;
    private double sinceScroll = 1;

    /// @param doors what the mixer asks of its window
    public MixerView(Look look, MixerModel model, MixerDoors doors) {
        this.look = look;
        this.model = model;
        drags = new StripDrags(look, model, this, doors);
        header = new MixerHeader(look, model);
        bridge = new MeterBridge(look, model);
        keys = new MixerKeys(model, this);
        lane = new StripLane(look, this::places, this::view);
        frame = seconds -> {
            sinceScroll += seconds;
            model.frame();
        };
        model.onShowAutomation(doors::showAutomation);
        model.onMade(this::nameNew);
        rescale = observable -> {
            views.clear();
            tabs.clear();
            MixerHeader next = new MixerHeader(look, model);
            getChildren().set(getChildren().indexOf(header), next);
            header = next;
            requestLayout();
            lane.requestLayout();
            master.requestLayout();
        };
        look.watch(rescale);
        master = new StripView(look, model.master().get(), true, false, drags);
        setAccessibleRole(AccessibleRole.PARENT);
        setStyle("-fx-background-color: " + Token.BG_1.css() + ";");
        edge.setStyle(Token.LINE_0.fill());
        edge.setManaged(false);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        bar.setAccessibleText("Scroll the mixer");
        bar.valueProperty().addListener((observable, before, now) -> {
            lane.scrollTo(now.doubleValue());
        });
        empty = new EmptyLane(look, model);
        getChildren().addAll(lane, empty, edge, bar, master, header, bridge);
        getChildren().addAll(drags.lines());
        addHandlers();
        watch();
    }

    private void addHandlers() {
        setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, keys::before);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        lane.addEventFilter(ScrollEvent.SCROLL, event -> {
            boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY()) && !event.isShiftDown();
            if (sideways || sinceScroll < SCROLLING_SECONDS) {
                scrolled(event);
            }
        });
        lane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void scrolled(ScrollEvent event) {
        double by = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        if (by != 0 && bar.isVisible()) {
            sinceScroll = 0;
            bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
            event.consume();
        }
    }

    private void watch() {
        InvalidationListener restrip = observable -> {
            empty.refresh();
            replaceMaster();
            views.keySet().retainAll(new HashSet<>(model.all()));
            tabs.keySet()
                    .retainAll(model.folders().get().stream()
                            .map(place -> place.folder().id())
                            .toList());
            header.refresh();
            bridge.refresh();
            requestLayout();
            lane.requestLayout();
        };
        ChangeListener<Project> song = (observable, before, now) -> {
            header.refresh();
            empty.refresh();
            if (Math.abs(places().width() - content) > 0.5) {
                requestLayout();
            }
            lane.requestLayout();
        };
        InvalidationListener relayout = observable -> {
            header.refresh();
            requestLayout();
            views.values().forEach(Region::requestLayout);
            master.requestLayout();
            lane.requestLayout();
        };
        ChangeListener<String> heading = (observable, before, now) -> header.refresh();
        ChangeListener<List<String>> selection = (observable, before, now) -> {
            bridge.refresh();
            model.focus().ifPresent(this::reveal);
        };
        EventHandler<KeyEvent> released = keys::released;
        sceneProperty().addListener((observable, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            }
            model.strips().removeListener(restrip);
            model.folders().removeListener(restrip);
            model.master().removeListener(restrip);
            model.session().history().song().removeListener(song);
            model.session().selection().strips().removeListener(selection);
            model.blocks().removeListener(relayout);
            model.sendsOnFaders().removeListener(relayout);
            model.bridge().removeListener(relayout);
            model.spread().removeListener(relayout);
            model.snapshots().measuring().removeListener(heading);
            model.snapshots().active().removeListener(relayout);
            look.pulse().remove(frame);
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_RELEASED, released);
                model.strips().addListener(restrip);
                model.folders().addListener(restrip);
                model.master().addListener(restrip);
                model.session().history().song().addListener(song);
                model.session().selection().strips().addListener(selection);
                model.blocks().addListener(relayout);
                model.sendsOnFaders().addListener(relayout);
                model.bridge().addListener(relayout);
                model.spread().addListener(relayout);
                model.snapshots().measuring().addListener(heading);
                model.snapshots().active().addListener(relayout);
                look.pulse().add(frame);
                restrip.invalidated(model.strips());
            }
        });
    }

    private void replaceMaster() {
        if (master.model() != model.master().get()) {
            StripView next = new StripView(look, model.master().get(), true, false, drags);
            getChildren().set(getChildren().indexOf(master), next);
            master = next;
        }
    }

    // ---- strips ----

    /// The view of a strip: one that fits its width and the window's.
    private StripView view(StripModel strip) {
        StripView known = views.get(strip);
        boolean wide = roomy || strip.wide();
        if (known == null || known.wide() != wide || !known.wide() && slim != (known.units() == StripView.SLIM)) {
            known = new StripView(look, strip, wide, slim, drags);
            views.put(strip, known);
        }
        return known;
    }

    private double units(StripModel strip) {
        return roomy || strip.wide() ? StripView.WIDE : slim ? StripView.SLIM : StripView.NARROW;
    }

    /// The view of a strip that is in sight.
    @Nullable
    StripView shown(String id) {
        for (StripView each : inSight()) {
            if (each.model().id().equals(id)) {
                return each;
            }
        }
        return master.model().id().equals(id) ? master : null;
    }

    /// The strips in sight, from left to right, without the master.
    List<StripView> inSight() {
        return lane.children().stream()
                .filter(StripView.class::isInstance)
                .map(StripView.class::cast)
                .toList();
    }

    /// The tab of a folder, where it is in sight.
    @Nullable
    FolderTab shownTab(String folder) {
        FolderTab tab = tabs.get(folder);
        return tab != null && tab.getParent() == lane ? tab : null;
    }

    /// The tab of a folder: one for each, wherever it stands.
    private FolderTab tab(FolderPlace folder) {
        FolderTab tab = tabs.computeIfAbsent(folder.folder().id(), id -> new FolderTab(look, model, folder));
        if (!tab.shows(folder)) {
            tab.show(folder);
        }
        return tab;
    }

    /// Opens the field to search strips in.
    void find() {
        header.find();
    }

    StripView masterView() {
        return master;
    }

    /// Where the strips are, in the view's coordinates.
    Bounds laneBounds() {
        return lane.getBoundsInParent();
    }

    public MixerModel model() {
        return model;
    }

    MixerKeys keys() {
        return keys;
    }

    /// Lets keys that mean the mixer go there before the control that was clicked last.
    ///
    /// @param runs does what belongs to a key, and says whether anything does
    public void keysRunBy(Predicate<KeyEvent> runs) {
        keys.runsBy(runs);
    }

    /// Opens the field for the name of the strip that was chosen last.
    void rename() {
        model.focus().ifPresent(this::rename);
    }

    private void rename(StripModel strip) {
        reveal(strip);
        lane.layout();
        StripView there = shown(strip.id());
        if (there != null) {
            there.rename();
        }
    }

    /// Opens the field for the name of a new strip or folder, when the menu that made it has gone.
    private void nameNew(String id) {
        look.pulse().once(() -> {
            if (getScene() == null || !isVisible()) {
                return;
            }
            layout();
            model.strip(id).ifPresent(this::rename);
            FolderTab tab = shownTab(id);
            if (tab != null) {
                tab.rename();
            }
        });
    }

    /// Scrolls until a strip is in sight.
    public void reveal(StripModel strip) {
        for (LanePlaces.Place place : places().places()) {
            if (place.strip() == strip) {
                double room = lane.getWidth();
                double scroll = lane.scroll();
                double end = place.x() + place.width();
                if (place.x() < scroll) {
                    bar.setValue(place.x());
                } else if (end > scroll + room && room > 0) {
                    bar.setValue(Math.min(bar.getMax(), end - room));
                }
            }
        }
    }

    private LanePlaces places() {
        return LanePlaces.of(look, model, this::units);
    }

    // ---- layout ----

    /// With less, faders have too little travel to mix with.
    @Override
    protected double computeMinHeight(double width) {
        double bridged = model.bridge().get() ? MeterBridge.HEIGHT : 0;
        return look.px(MixerHeader.HEIGHT + bridged + Block.FIXED + Block.MIN_TRAVEL + MasterLoudness.ALONE + BAR);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double headerHeight = look.px(MixerHeader.HEIGHT);
        boolean bridged = model.bridge().get();
        bridge.setVisible(bridged);
        bridge.resizeRelocate(0, headerHeight, w, look.px(MeterBridge.HEIGHT));
        double top = headerHeight + (bridged ? look.px(MeterBridge.HEIGHT) : 0);
        boolean nowSlim = w / look.factor() < SMALL;
        if (nowSlim != slim) {
            slim = nowSlim;
            views.clear();
        }
        double masterWidth = look.px(StripView.MASTER);
        double room = Math.max(0, w - masterWidth - look.px(EDGE));
        roomy = model.spread().get()
                && w / look.factor() >= LARGE
                && LanePlaces.of(look, model, unused -> StripView.WIDE).width() <= room;
        content = places().width();
        boolean scrolls = content > room + 0.5;
        double tall = h - top - (scrolls ? look.px(BAR) : 0);
        header.resizeRelocate(0, 0, w, headerHeight);
        lane.resizeRelocate(0, top, room, tall);
        empty.resizeRelocate(0, top, room, tall);
        edge.setX(room);
        edge.setY(top);
        edge.setWidth(look.px(EDGE));
        edge.setHeight(h - top);
        master.resizeRelocate(w - masterWidth, top, masterWidth, tall);
        bar.setVisible(scrolls);
        bar.resizeRelocate(0, top + tall, room, look.px(BAR));
        bar.setMax(Math.max(0, content - room));
        bar.setVisibleAmount(content > 0 ? bar.getMax() * room / content : 0);
        bar.setUnitIncrement(look.px(StripView.NARROW));
        bar.setBlockIncrement(room);
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
        lane.scrollTo(scrolls ? bar.getValue() : 0);
    }

    private Region view(LanePlaces.Place place) {
        return place.strip() != null ? view(place.strip()) : tab(Objects.requireNonNull(place.folder()));
    }
}
