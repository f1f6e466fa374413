package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Clip;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongHistory;

/// All that the timeline shows and how it is looked at: rows, zoom, tool, snapping, selected time and points. What it
/// keeps is the window's, not the song's, but for folding. Lengths are units of the design. UI thread.
public final class TimelineModel implements AutoCloseable {
    /// What the pointer does.
    public enum Tool {
        POINTER,
        SCISSORS,
        DRAW
    }

    private final SongHistory history;
    private final Selection selection;
    private final TimelinePlayer player;
    private final TimeScale scale;
    private final Snapping snap;
    private final EditModes modes;
    private final Subscription followed;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final Map<String, RowHeight> heights = new HashMap<>();
    private final Map<String, List<LaneKey>> lanes = new HashMap<>();
    private RowHeight usualHeight = RowHeight.S;
    private boolean buses;
    private Rows rows;
    private double top;
    private double viewHeight = 400;
    private Tool tool = Tool.POINTER;
    private TimeScale.Follow follow = TimeScale.Follow.PAGE;
    private Ruler.Unit rulerUnit = Ruler.Unit.BARS;
    private double waveHeight = 1;
    private @Nullable Span time;
    private @Nullable LaneKey pointLane;
    private Set<Integer> points = Set.of();
    private Map<String, List<Span>> kept = Map.of();
    private Function<String, Optional<Switches>> switches = _ -> Optional.empty();
    private Consumer<String> hints = _ -> {};

    public TimelineModel(SongHistory history, Selection selection, TimelinePlayer player) {
        this.history = history;
        this.selection = selection;
        this.player = player;
        snap = new Snapping(this, this::changed);
        modes = new EditModes(this::changed);
        scale = new TimeScale(song().sampleRate(), this::changed);
        scale.bounds(scale.width(), song().end());
        rows = Rows.of(song(), choice());
        followed = Subscription.combine(
                history.song().subscribe(this::songChanged),
                player.onLooping(this::changed)::run,
                selection.strips().subscribe(this::changed),
                selection.clips().subscribe(this::changed));
    }

    /// Lets the song go.
    @Override
    public void close() {
        followed.unsubscribe();
    }

    /// Lets the headers of strips show the mixer's mute and solo in place of their own.
    ///
    /// @param of those of a strip, by its id
    public void switchesBy(Function<String, Optional<Switches>> of) {
        switches = of;
    }

    Optional<Switches> switches(String strip) {
        return switches.apply(strip);
    }

    /// @param hears what there is to say for a moment
    public void hintsBy(Consumer<String> hears) {
        hints = hears;
    }

    void hint(String words) {
        hints.accept(words);
    }

    /// Runs `observer` after every change of what is shown.
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }

    private void songChanged(Project before, Project now) {
        scale.bounds(scale.width(), now.end());
        LaneKey lane = pointLane;
        if (lane != null && !now.equals(before)) {
            int count =
                    lane.in(now).map(control -> control.lane().points().size()).orElse(0);
            if (points.stream().anyMatch(index -> index >= count)) {
                points = Set.of();
            }
        }
        layRows();
    }

    private void layRows() {
        rows = Rows.of(song(), choice());
        top = Math.clamp(top, 0, Math.max(0, rows.height() - viewHeight));
        changed();
    }

    private Rows.Choice choice() {
        return new Rows.Choice(usualHeight, heights, lanes, buses);
    }

    public SongHistory history() {
        return history;
    }

    public Selection selection() {
        return selection;
    }

    public TimelinePlayer player() {
        return player;
    }

    public Project song() {
        return history.current();
    }

    public BarGrid grid() {
        return BarGrid.of(song());
    }

    public TimeScale scale() {
        return scale;
    }

    public Rows rows() {
        return rows;
    }

    /// What is scrolled past above the first row that is seen.
    public double top() {
        return top;
    }

    public double viewHeight() {
        return viewHeight;
    }

    public void size(double width, double height) {
        viewHeight = height;
        scale.bounds(width, song().end());
        scrollDown(0);
    }

    public void scrollDown(double units) {
        double next = Math.rint(Math.clamp(top + units, 0, Math.max(0, rows.height() - viewHeight)));
        if (next != top) {
            top = next;
            changed();
        }
    }

    // ---- what is seen of the rows ----

    public RowHeight usualHeight() {
        return usualHeight;
    }

    /// Sets the height of all tracks.
    public void heightOfAll(RowHeight height) {
        usualHeight = height;
        heights.clear();
        layRows();
    }

    public RowHeight height(String strip) {
        return choice().height(strip);
    }

    public void height(String strip, RowHeight height) {
        heights.put(strip, height);
        layRows();
    }

    public boolean showsBuses() {
        return buses;
    }

    public void showBuses(boolean shown) {
        buses = shown;
        layRows();
    }

    /// The lanes that are shown below a strip.
    public List<LaneKey> lanes(String strip) {
        return List.copyOf(lanes.getOrDefault(strip, List.of()));
    }

    /// Shows these lanes below a strip and no others.
    public void lanes(String strip, List<LaneKey> shown) {
        if (!lanes(strip).equals(shown)) {
            lanes.put(strip, List.copyOf(shown));
            layRows();
        }
    }

    public void showLane(LaneKey lane) {
        List<LaneKey> shown = new ArrayList<>(lanes(lane.strip()));
        if (!shown.contains(lane)) {
            shown.add(lane);
            lanes.put(lane.strip(), shown);
            layRows();
        }
    }

    public void hideLane(LaneKey lane) {
        List<LaneKey> shown = new ArrayList<>(lanes(lane.strip()));
        if (shown.remove(lane)) {
            lanes.put(lane.strip(), shown);
            layRows();
        }
    }

    /// Shows a lane, with the strip and the folder that it belongs to, and scrolls there.
    ///
    /// @return whether there is a row for its strip
    boolean revealLane(LaneKey lane) {
        Optional<Strip> strip = song().strip(lane.strip());
        if (strip.isEmpty() || lane.in(song()).isEmpty()) {
            return false;
        }
        Strip found = strip.get();
        if (found.look().hidden()) {
            history.apply(StripEdits.hide(Set.of(found.id()), false));
        }
        song().folder(found.look().folder())
                .filter(Folder::folded)
                .ifPresent(folder -> history.apply(FolderEdits.fold(folder.id(), false)));
        buses |= found.kind() != Strip.Kind.TRACK;
        selection.strip(found.id());
        showLane(lane);
        layRows();
        rows.all().stream().filter(row -> lane.equals(row.lane())).findFirst().ifPresent(this::reveal);
        return true;
    }

    /// Scrolls until a row is in sight, with the one above it where there is room.
    private void reveal(Row row) {
        double from = rows.of(Row.Kind.TRACK, row.id()).map(Row::y).orElse(row.y());
        double wanted = row.bottom() - from > viewHeight ? row.y() : from;
        if (wanted < top) {
            scrollDown(wanted - top);
        } else if (row.bottom() > top + viewHeight) {
            scrollDown(row.bottom() - viewHeight - top);
        }
    }

    /// Shows another control in the place of one.
    public void exchangeLane(LaneKey lane, LaneKey other) {
        List<LaneKey> shown = new ArrayList<>(lanes(lane.strip()));
        int at = shown.indexOf(lane);
        if (at >= 0 && !shown.contains(other)) {
            shown.set(at, other);
            lanes.put(lane.strip(), shown);
            layRows();
        }
    }

    /// Shows all lanes of a strip that hold automation, the volume where there are none; or hides all.
    public void toggleLanes(String strip) {
        if (lanes.getOrDefault(strip, List.of()).isEmpty()) {
            List<LaneKey> shown = new ArrayList<>();
            song().strip(strip).stream()
                    .flatMap(found -> LaneKey.of(song(), found).stream())
                    .filter(LaneKey.Control::automated)
                    .forEach(control -> shown.add(control.key()));
            if (shown.isEmpty()) {
                shown.add(new LaneKey(strip, strip, "volume"));
            }
            lanes.put(strip, shown);
        } else {
            lanes.remove(strip);
        }
        layRows();
    }

    // ---- how it is edited ----

    public Tool tool() {
        return tool;
    }

    public void tool(Tool next) {
        tool = next;
        changed();
    }

    public TimeScale.Follow follow() {
        return follow;
    }

    public void follow(TimeScale.Follow how) {
        follow = how;
        changed();
    }

    /// By how much waveforms are drawn higher than they are, 1 to 16.
    public double waveHeight() {
        return waveHeight;
    }

    public void waveHeight(double factor) {
        waveHeight = Math.clamp(factor, 1, 16);
        changed();
    }

    public Ruler.Unit rulerUnit() {
        return rulerUnit;
    }

    public void rulerUnit(Ruler.Unit unit) {
        rulerUnit = unit;
        changed();
    }

    /// Whether the song's loop is played over and over.
    public boolean looping() {
        return player.looping();
    }

    public void looping(boolean on) {
        player.looping(on && song().loop() != null);
    }

    /// The time that is selected, or null.
    public @Nullable Span time() {
        return time;
    }

    public void time(@Nullable Span range) {
        time = range;
        changed();
    }

    /// The points that are selected: their places in the lane [#pointLane].
    public Set<Integer> points() {
        return points;
    }

    public @Nullable LaneKey pointLane() {
        return pointLane;
    }

    public void points(@Nullable LaneKey lane, Set<Integer> chosen) {
        pointLane = chosen.isEmpty() ? null : lane;
        points = Set.copyOf(chosen);
        changed();
    }

    // ---- snapping ----

    /// What is dragged keeps to.
    public Snapping snap() {
        return snap;
    }

    public boolean snapping() {
        return snap.isOn();
    }

    public void snapping(boolean on) {
        snap.on(on);
    }

    public SnapGrid snapGrid() {
        return snap.grid();
    }

    public void snapGrid(SnapGrid next) {
        snap.grid(next);
    }

    /// See [Snapping#snapped].
    public long snapped(long frame, Set<String> moving, boolean free) {
        return snap.snapped(frame, moving, free);
    }

    /// See [Snapping#moved].
    public long snappedMove(Span piece, long by, Set<String> moving, boolean free) {
        return snap.moved(piece, by, moving, free);
    }

    /// How edits of clips reach beyond what is selected.
    public EditModes modes() {
        return modes;
    }

    /// What is kept of clips whose silence may be taken out, by id of the clip; all else of these is shown faint.
    Map<String, List<Span>> kept() {
        return kept;
    }

    void kept(Map<String, List<Span>> spans) {
        kept = Map.copyOf(spans);
        changed();
    }

    // ---- clips ----

    public record Placed(Strip strip, Clip clip) {}

    public Optional<Placed> clip(String id) {
        return clipIn(song(), id);
    }

    Optional<Placed> clipIn(Project song, String id) {
        for (Strip strip : song.strips()) {
            for (Clip clip : strip.clips()) {
                if (clip.id().equals(id)) {
                    return Optional.of(new Placed(strip, clip));
                }
            }
        }
        return Optional.empty();
    }

    public List<Clip> selectedClips() {
        List<String> ids = selection.clips().get();
        return song().strips().stream()
                .flatMap(strip -> strip.clips().stream())
                .filter(clip -> ids.contains(clip.id()))
                .toList();
    }

    public boolean apply(Edit edit) {
        return history.apply(edit);
    }
}
