package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.plan.Listening;
import studio.headroom.files.project.StripPresets;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.song.MonitorSwitches;
import studio.headroom.ui.song.SongSession;

/// The mixer of the open song: its strips in the order in which they are shown, what is selected, what moves together,
/// what is heard alone, and what is shown of a strip. UI thread.
public final class MixerModel implements AutoCloseable {
    private final SongSession session;
    private final Solos solos;
    private final SwitchPaint paint;
    private final StripSettings settings;
    private final GroupActions groups;
    private final FolderActions folderActions;
    private final ClipNavigator clips = new ClipNavigator(this);
    private final Snapshots snapshots;
    private final StripActions actions;
    private final Map<String, StripModel> byId = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<StripModel>> strips = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FolderPlace>> folders = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<StripModel> master;
    private final ObjectProperty<Set<Block>> blocks = new SimpleObjectProperty<>(EnumSet.allOf(Block.class));
    private final MeterSettings meters = new MeterSettings();
    private final BooleanProperty bridge = new SimpleBooleanProperty();
    private final BooleanProperty spread = new SimpleBooleanProperty(true);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable String> sendsOnFaders = new ReadOnlyObjectWrapper<>(null);
    private final ChangeListener<Project> songListener = (observable, before, now) -> take(now);
    private final ChangeListener<List<String>> selectionListener = (observable, before, now) -> showSelection();
    private Consumer<Address> automationDoor = address -> {};
    private Consumer<String> madeDoor = id -> {};
    private final MonitorSwitches monitor;
    private final Subscription soloMode;
    private int hidden;
    private @Nullable PresetActions presets;
    private boolean played;
    private boolean alone;

    /// A mixer that measures nothing.
    public MixerModel(SongSession session) {
        this(session, null);
    }

    /// @param probe measures snapshots that are to be heard at equal loudness, or null
    public MixerModel(SongSession session, @Nullable LoudnessProbe probe) {
        this.session = session;
        solos = new Solos(session, this);
        paint = new SwitchPaint(session, this);
        settings = new StripSettings(session, this);
        groups = new GroupActions(session, this);
        folderActions = new FolderActions(session, this);
        snapshots = new Snapshots(session, probe);
        actions = new StripActions(session, this);
        monitor = MonitorSwitches.of(session.playback());
        Project song = session.history().current();
        master = new ReadOnlyObjectWrapper<>(new StripModel(session, this, song.master()));
        take(song);
        session.history().song().addListener(songListener);
        session.selection().strips().addListener(selectionListener);
        meters.reads().addListener(observable -> followMeters());
        filter.addListener(observable -> take(session.history().current()));
        soloMode = solos.mode().subscribe(() -> take(session.history().current()));
        meters.fall().addListener(observable -> followMeters());
        meters.beforeFader().addListener(observable -> {
            followMeters();
            // What was held was held elsewhere.
            clearPeaks();
        });
    }

    /// The switches of what is heard.
    public MonitorSwitches monitor() {
        return monitor;
    }

    /// @param door shows the automation of a control
    public void onShowAutomation(Consumer<Address> door) {
        automationDoor = door;
    }

    /// @param door lets a new strip or folder of this id be named
    public void onMade(Consumer<String> door) {
        madeDoor = door;
    }

    /// Something was made that wants a name.
    void made(String id) {
        madeDoor.accept(id);
    }

    /// Shows the automation of a control, where somebody has a door to it.
    public void showAutomation(Address address) {
        automationDoor.accept(address);
    }

    /// Lets the song go.
    @Override
    public void close() {
        snapshots.stopMeasuring();
        soloMode.unsubscribe();
        monitor.close();
        session.history().song().removeListener(songListener);
        session.selection().strips().removeListener(selectionListener);
    }

    // ---- what the song says ----

    private void take(Project song) {
        Returns returns = new Returns(song);
        Set<String> silent = solos.mode().get() == Listening.Solo.IN_PLACE ? SoloReach.silent(song) : Set.of();
        String target = sendsOnFaders.get();
        if (target != null && song.strip(target).isEmpty()) {
            sendsOnFaders.set(null);
        }
        ShownStrips shown = new ShownStrips(song, filter.get());
        Set<String> there = new HashSet<>();
        int number = 0;
        for (Strip.Kind kind : List.of(Strip.Kind.TRACK, Strip.Kind.BUS, Strip.Kind.RETURN)) {
            for (Strip strip : song.strips()) {
                if (strip.kind() != kind) {
                    continue;
                }
                String output = strip.output();
                String to = output == null
                        ? "Mix"
                        : song.strip(output).map(Strip::name).orElse(output);
                StripModel model = model(strip);
                String from = kind == Strip.Kind.TRACK ? ++number + " " : "";
                // What is turned over sounds wrong with others and is seen nowhere else in the strip.
                String turned = strip.controls().isOn(StripControls.POLARITY) ? "Ø " : "";
                model.take(strip, song, from + turned + "→ " + to, silent.contains(strip.id()), returns);
                there.add(strip.id());
                shown.add(strip, model);
            }
        }
        byId.keySet().retainAll(there);
        hidden = shown.hidden();
        if (!song.master().name().equals(master.get().name())) {
            master.set(new StripModel(session, this, song.master()));
        }
        master.get().take(song.master(), song, "prints to Master view", false, returns);
        if (!shown.folders().equals(folders.get())) {
            folders.set(shown.folders());
        }
        if (!shown.strips().equals(strips.get())) {
            strips.set(shown.strips());
        }
        showSelection();
    }

    /// A strip that was renamed has controls of other names, and so a new model.
    private StripModel model(Strip strip) {
        StripModel known = byId.get(strip.id());
        if (known == null || !known.name().equals(strip.name())) {
            known = new StripModel(session, this, strip);
            byId.put(strip.id(), known);
        }
        return known;
    }

    /// Follows what plays; once a frame, after the player was refreshed.
    public void frame() {
        boolean playing = session.playback().playing().get();
        if (playing != played) {
            played = playing;
            all().forEach(StripModel::letGo);
            if (!playing) {
                leaveWriting();
            }
        }
        long frame = session.playback().position().get();
        for (StripModel strip : strips.get()) {
            strip.follow(frame);
        }
        master.get().follow(frame);
    }

    /// The player turns Write into Touch when it stops, so that listening again overwrites nothing.
    private void leaveWriting() {
        for (StripModel strip : all()) {
            if (session.playback().mode(strip.id()) == AutomationMode.WRITE) {
                mode(strip.id(), AutomationMode.TOUCH);
            }
        }
    }

    // ---- strips ----

    public SongSession session() {
        return session;
    }

    /// Tracks, then buses, then returns; without hidden ones, those of folded folders, and the master.
    public ReadOnlyObjectProperty<List<StripModel>> strips() {
        return strips.getReadOnlyProperty();
    }

    /// Folders among [#strips()], from left to right.
    ReadOnlyObjectProperty<List<FolderPlace>> folders() {
        return folders.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StripModel> master() {
        return master.getReadOnlyProperty();
    }

    /// All strips, hidden ones and the master among them, in no order.
    public List<StripModel> all() {
        List<StripModel> all = new ArrayList<>(byId.values());
        all.add(master.get());
        return all;
    }

    public Optional<StripModel> strip(String id) {
        return id.equals(master.get().id()) ? Optional.of(master.get()) : Optional.ofNullable(byId.get(id));
    }

    public int count(Strip.Kind kind) {
        return (int)
                byId.values().stream().filter(strip -> strip.kind() == kind).count();
    }

    public int hiddenCount() {
        return hidden;
    }

    public Solos solos() {
        return solos;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    /// What menus do with groups.
    public GroupActions groups() {
        return groups;
    }

    /// What menus do with folders.
    public FolderActions folderActions() {
        return folderActions;
    }

    /// Settings copied from strip to strip.
    public StripSettings settings() {
        return settings;
    }

    /// Mutes and solos that are painted over strips.
    SwitchPaint paint() {
        return paint;
    }

    /// Strip presets, where there is a place for them.
    public Optional<PresetActions> presets() {
        return Optional.ofNullable(presets);
    }

    /// @param failures hears what could not be written or read
    public void presetsIn(StripPresets files, Consumer<String> failures) {
        presets = new PresetActions(files, session, this, failures);
    }

    /// What menus and keys do with strips.
    public StripActions actions() {
        return actions;
    }

    /// Sets what moves of a strip's controls do, of all that are selected with it.
    void mode(String id, AutomationMode mode) {
        for (String each : movedWith(id, null)) {
            session.playback().mode(each, mode);
            strip(each).ifPresent(strip -> {
                strip.takeMode();
                strip.follow(session.playback().position().get());
            });
        }
    }

    /// Forgets all highest peaks and clips.
    public void clearPeaks() {
        all().forEach(strip -> strip.meter().clear());
    }

    // ---- what moves together ----

    /// Lets gestures that begin now move one strip alone, for as long as a key is held.
    public void setAlone(boolean now) {
        alone = now;
    }

    /// The strips that a move of one moves: the rest of the selection that it belongs to, and their groups where they
    /// are linked so.
    ///
    /// @param link null for what groups do not link
    Set<String> movedWith(String id, @Nullable Link link) {
        if (alone) {
            return Set.of(id);
        }
        List<String> selected = session.selection().strips().get();
        Set<String> moved = selected.contains(id) ? Set.copyOf(selected) : Set.of(id);
        return link == null ? moved : GroupEdits.linked(session.history().current(), moved, link);
    }

    // ---- selection ----

    /// A click on a strip.
    ///
    /// @param range everything from the strip chosen last, as with Shift
    /// @param more beside what is selected, as with Ctrl
    public void select(String id, boolean range, boolean more) {
        List<String> now = session.selection().strips().get();
        if (more) {
            session.selection().toggleStrip(id);
        } else if (range && !now.isEmpty()) {
            session.selection().strips(range(now.getFirst(), id));
        } else {
            Set<String> linked = GroupEdits.linked(session.history().current(), Set.of(id), Link.SELECT);
            List<String> all = new ArrayList<>(linked);
            all.remove(id);
            all.add(id);
            session.selection().strips(all);
        }
    }

    private List<String> range(String from, String to) {
        List<String> order = order();
        int first = order.indexOf(from);
        int last = order.indexOf(to);
        if (first < 0 || last < 0) {
            return List.of(to);
        }
        Set<String> all = new LinkedHashSet<>();
        for (int i = first; i != last; i += first <= last ? 1 : -1) {
            all.add(order.get(i));
        }
        all.add(to);
        return List.copyOf(all);
    }

    private List<String> order() {
        List<String> order =
                new ArrayList<>(strips.get().stream().map(StripModel::id).toList());
        order.add(master.get().id());
        return order;
    }

    /// Selects the strip beside the one that was chosen last.
    ///
    /// @param step 1 to the right, -1 to the left
    public void selectNeighbor(int step) {
        List<String> order = order();
        int at = focus().map(strip -> order.indexOf(strip.id())).orElse(-1);
        int next = at < 0 ? (step > 0 ? 0 : order.size() - 1) : Math.clamp(at + step, 0, order.size() - 1);
        session.selection().strip(order.get(next));
    }

    /// Selects the strip beside the one that was chosen last, too.
    ///
    /// @param step 1 to the right, -1 to the left
    public void extendSelection(int step) {
        List<String> order = order();
        List<String> now = new ArrayList<>(session.selection().strips().get());
        int at = focus().map(strip -> order.indexOf(strip.id())).orElse(-1);
        int next = Math.clamp(at + step, 0, order.size() - 1);
        if (at >= 0 && next != at) {
            now.remove(order.get(next));
            now.add(order.get(next));
            session.selection().strips(now);
        }
    }

    /// The strip that was chosen last.
    public Optional<StripModel> focus() {
        List<String> now = session.selection().strips().get();
        return now.isEmpty() ? Optional.empty() : strip(now.getLast());
    }

    private void showSelection() {
        for (StripModel strip : all()) {
            strip.select(session.selection().isSelected(strip.id()));
        }
    }

    // ---- what is shown ----

    /// The blocks that strips show where there is room.
    public ObjectProperty<Set<Block>> blocks() {
        return blocks;
    }

    public void show(Block block, boolean now) {
        Set<Block> changed = EnumSet.noneOf(Block.class);
        changed.addAll(blocks.get());
        if (now) {
            changed.add(block);
        } else {
            changed.remove(block);
        }
        blocks.set(Set.copyOf(changed));
    }

    /// What a strip must have in its name to be shown, see [StripFilter]; empty for all.
    public StringProperty filter() {
        return filter;
    }

    /// Selects all that were found by [#filter()].
    void selectFound() {
        if (!filter.get().isBlank() && !strips.get().isEmpty()) {
            session.selection().strips(strips.get().stream().map(StripModel::id).toList());
        }
    }

    /// Where it clips.
    public ClipNavigator clips() {
        return clips;
    }

    /// How the meters of strips read.
    public MeterSettings meters() {
        return meters;
    }

    /// A meter of a strip that follows [#meters()].
    public MeterModel meter(String strip) {
        MeterModel meter =
                new MeterModel(new StripMeterSource(() -> session.playback().meters(), strip, meters.reads()::get));
        meter.setFall(meters.fall().get());
        return meter;
    }

    private void followMeters() {
        LiveMeters live = session.playback().meters();
        live.tapBeforeFader(meters.beforeFader().get());
        live.measureLoudness(meters.reads().get() == MeterReads.LOUDNESS);
        all().forEach(strip -> strip.meter().setFall(meters.fall().get()));
    }

    /// Whether the meters of all strips are shown in one row.
    public BooleanProperty bridge() {
        return bridge;
    }

    /// Whether all strips are wide where they fit so.
    public BooleanProperty spread() {
        return spread;
    }

    /// The return whose sends all faders show, or null when they show volumes.
    public ReadOnlyObjectProperty<@Nullable String> sendsOnFaders() {
        return sendsOnFaders.getReadOnlyProperty();
    }

    /// @param target id of a return or bus, or null for volumes
    public void showSendsOnFaders(@Nullable String target) {
        sendsOnFaders.set(target);
        all().forEach(StripModel::changed);
    }
}
