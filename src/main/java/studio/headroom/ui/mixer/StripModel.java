package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Folder;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.SendMove;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.project.edit.StripMove;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.TrackColor;

/// One strip as the mixer shows it: its controls, its slots, its meter. It belongs to one id and one name; a strip that
/// is renamed gets a new one. UI thread.
public final class StripModel {
    private static final Param SOLO =
            new Param("solo", "Solo", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
    /// The mode of a strip's automation, in the order of [AutomationMode].
    public static final Param MODE = new Param(
            "mode",
            "Automation",
            Unit.NONE,
            Range.Choice.of("off", "read", "touch", "latch", "write", "trim"),
            1,
            Smoothing.NONE,
            false);

    private final SongSession session;
    private final MixerModel mixer;
    private final String id;
    private final List<SongControl> own = new ArrayList<>();
    private final SongControl trim;
    private final SongControl polarity;
    private final SongControl pan;
    private final SongControl width;
    private final SongControl volume;
    private final SongControl mute;
    private final ControlModel delay;
    private final ControlModel solo;
    private final ControlModel mode;
    private final MeterModel meter;
    private final Map<String, InsertModel> insertsById = new HashMap<>();
    private final Map<String, SendModel> sendsById = new HashMap<>();
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();

    private List<InsertModel> inserts = List.of();
    private List<SendModel> sends = List.of();
    private Strip strip;
    private Optional<Group> group = Optional.empty();
    private Optional<Folder> folder = Optional.empty();
    private String route = "";
    private boolean silent;
    private boolean selected;

    StripModel(SongSession session, MixerModel mixer, Strip strip) {
        this.session = session;
        this.mixer = mixer;
        this.strip = strip;
        id = strip.id();
        trim = control(StripControls.TRIM, "Level before the effects. Set it so that the meter moves around −18 dB.");
        polarity = control(
                StripControls.POLARITY,
                "Turns the wave upside down. Try it where two microphones hear the"
                        + " same source: the fuller sound is right.");
        pan = control(StripControls.PAN, "Where it lies between left and right.");
        width = control(StripControls.WIDTH, "0 % is mono, 100 % as it is, 200 % twice the difference of both sides.");
        volume = control(StripControls.VOLUME, "How loud it is in the mix.");
        mute = control(StripControls.MUTE, "Silences it, and what it sends.");
        solo = new ControlModel(
                SOLO,
                strip.name() + " solo",
                "Lets only soloed strips be heard, with the buses they feed and the returns they send to. Alt-click:"
                        + " this one alone.",
                (EditTarget) value -> mixer.solos().set(id, value >= 0.5));
        mode = new ControlModel(
                MODE,
                strip.name() + " automation",
                "What moves of controls do while it plays. Read follows the lanes; Touch writes until you let go, Latch"
                        + " until it stops, Write all the time; Trim adds to what is there.",
                (EditTarget) value -> mixer.mode(id, AutomationMode.values()[(int) Math.round(value)]));
        delay = new ControlModel(
                StripControls.DELAY,
                strip.name() + " delay",
                "How much later it plays than its clips lie; below 0, how much earlier. 1 ms is 34 cm of air. For"
                        + " microphones at different distances, and for feel.",
                new StripEdit(
                        session.history(),
                        () -> StripMove.begin(
                                session.history().current(), id, mixer.movedWith(id, null), StripControls.DELAY)::to));
        meter = mixer.meter(id);
    }

    private SongControl control(Param param, String explanation) {
        SongControl made = new SongControl(
                session,
                param,
                strip.name() + " " + param.label().toLowerCase(java.util.Locale.ROOT),
                explanation,
                new Address(id, id, param.id()),
                () -> moves(param));
        made.model().setAutomationAction(() -> mixer.showAutomation(made.address()));
        made.movesWith(() -> partners(param));
        own.add(made);
        return made;
    }

    /// The strips that move with it: the rest of the selection, and linked strips of its group.
    private Set<String> followers(Param param) {
        if (param.equals(StripControls.MUTE)) {
            return mixer.movedWith(id, Link.MUTE);
        }
        boolean level = param.equals(StripControls.VOLUME) || param.equals(StripControls.TRIM);
        return mixer.movedWith(id, level ? Link.LEVEL : null);
    }

    /// Edits of those whose moves automation does not take.
    private DoubleFunction<Edit> moves(Param param) {
        Set<String> moved = new HashSet<>(followers(param));
        moved.removeIf(each -> !each.equals(id) && session.playback().takesMoves(new Address(each, each, param.id())));
        if (param.equals(StripControls.MUTE)) {
            return value -> StripEdits.mute(moved, value >= 0.5);
        }
        if (moved.size() == 1) {
            return value -> StripEdits.set(id, param, value);
        }
        return StripMove.begin(session.history().current(), id, moved, param)::to;
    }

    /// The same control of the strips that move with it.
    private List<SongControl> partners(Param param) {
        return followers(param).stream()
                .filter(each -> !each.equals(id))
                .flatMap(each -> mixer.strip(each).stream())
                .flatMap(strip -> strip.own.stream())
                .filter(control -> control.model().param().equals(param))
                .toList();
    }

    // ---- what the song says ----

    /// @param routeNow where it feeds, for people
    void take(Strip now, Project song, String routeNow, boolean silentNow, Returns returns) {
        // Where there are sends, what they lead to may look different.
        Optional<Group> groupNow = song.group(now.group());
        Optional<Folder> folderNow = song.folder(now.look().folder());
        boolean same = now == strip
                && routeNow.equals(route)
                && silentNow == silent
                && groupNow.equals(group)
                && folderNow.equals(folder)
                && sends.isEmpty();
        group = groupNow;
        folder = folderNow;
        strip = now;
        route = routeNow;
        silent = silentNow;
        for (SongControl control : own) {
            Param param = control.model().param();
            control.take(now.controls().get(param), now.lane(id, param.id()).orElse(null));
        }
        solo.show(now.solo() ? 1 : 0);
        delay.show(now.controls().get(StripControls.DELAY));
        takeMode();
        takeInserts();
        takeSends(song, returns);
        if (!same) {
            observers.forEach(Runnable::run);
        }
    }

    void takeMode() {
        mode.show(session.playback().mode(id).ordinal());
    }

    private void takeInserts() {
        List<InsertModel> now = new ArrayList<>();
        for (Insert insert : strip.inserts()) {
            InsertModel model =
                    insertsById.computeIfAbsent(insert.id(), key -> new InsertModel(session, id, strip.name(), insert));
            model.take(insert);
            model.control()
                    .take(
                            insert.values().get(StripControls.BYPASS),
                            strip.lane(insert.id(), StripControls.BYPASS.id()).orElse(null));
            now.add(model);
        }
        inserts = List.copyOf(now);
        insertsById.values().retainAll(now);
    }

    private void takeSends(Project song, Returns returns) {
        List<SendModel> now = new ArrayList<>();
        for (Send send : strip.sends()) {
            String target = song.strip(send.target()).map(Strip::name).orElse(send.target());
            SendModel known = sendsById.get(send.id());
            if (known == null || !known.targetName().equals(target)) {
                known = new SendModel(
                        session, id, strip.name(), send, target, param -> sendMoves(send.id(), send.target(), param));
                for (SongControl control : controls(known)) {
                    control.model().setAutomationAction(() -> mixer.showAutomation(control.address()));
                }
                sendsById.put(send.id(), known);
            }
            known.take(send, returns.letter(send.target()), returns.color(send.target()));
            for (SongControl control : controls(known)) {
                Param param = control.model().param();
                control.take(
                        send.controls().get(param),
                        strip.lane(send.id(), param.id()).orElse(null));
            }
            now.add(known);
        }
        sends = List.copyOf(now);
        sendsById.values().retainAll(now);
    }

    /// Sends of the strips selected with it to the same target move along.
    private DoubleFunction<Edit> sendMoves(String send, String target, Param param) {
        List<String> others = mixer.movedWith(id, null).stream()
                .filter(each -> !each.equals(id))
                .flatMap(each -> mixer.strip(each).stream())
                .flatMap(strip -> strip.sendTo(target).stream()
                        .map(SendModel::id)
                        .filter(other -> !session.playback().takesMoves(new Address(strip.id(), other, param.id()))))
                .toList();
        return SendMove.begin(session.history().current(), send, others, param)::to;
    }

    private static List<SongControl> controls(SendModel send) {
        return List.of(send.levelControl(), send.muteControl(), send.panControl());
    }

    // ---- what plays ----

    /// Follows its automation to a frame.
    void follow(long frame) {
        if (strip.automation().isEmpty()) {
            return;
        }
        own.forEach(control -> control.follow(frame));
        for (InsertModel insert : inserts) {
            insert.control().follow(frame);
        }
        for (SendModel send : sends) {
            send.levelControl().follow(frame);
            send.muteControl().follow(frame);
            send.panControl().follow(frame);
        }
    }

    void letGo() {
        own.forEach(SongControl::letGo);
        inserts.forEach(insert -> insert.control().letGo());
        sends.forEach(send -> controls(send).forEach(SongControl::letGo));
    }

    /// How far its effects turn it down at the moment, in dB, ≥ 0: the sum of those that are on.
    public double reductionDb() {
        LiveMeters meters = session.playback().meters();
        double sum = 0;
        for (InsertModel insert : inserts) {
            if (insert.isOn()) {
                sum -= meters.insert(insert.id())
                        .map(found -> found.gainReduction().get(0))
                        .orElse(0.0);
            }
        }
        return Math.max(0, sum);
    }

    // ---- what is shown ----

    /// Runs after its slots, its name, its looks or its selection have changed; not for the values of controls.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    void select(boolean now) {
        if (selected != now) {
            selected = now;
            observers.forEach(Runnable::run);
        }
    }

    /// Lets what shows it look again, since how the mixer shows strips has changed.
    void changed() {
        observers.forEach(Runnable::run);
    }

    public MixerModel mixer() {
        return mixer;
    }

    public String id() {
        return id;
    }

    public Strip strip() {
        return strip;
    }

    public String name() {
        return strip.name();
    }

    public Strip.Kind kind() {
        return strip.kind();
    }

    public TrackColor color() {
        return TrackColor.byId(strip.color()).orElse(TrackColor.GREY);
    }

    /// Where it feeds: "1 → Drums".
    public String route() {
        return route;
    }

    /// The name of the group that it moves with, or empty.
    public String groupName() {
        return group.map(Group::name).orElse("");
    }

    Optional<TrackColor> groupColor() {
        return group.map(each -> TrackColor.byId(each.color()).orElse(TrackColor.GREY));
    }

    Optional<TrackColor> folderColor() {
        return folder.map(each -> TrackColor.byId(each.color()).orElse(TrackColor.GREY));
    }

    public boolean wide() {
        return strip.look().wide();
    }

    public boolean selected() {
        return selected;
    }

    /// Whether it is not heard since others are soloed.
    public boolean silentBySolo() {
        return silent;
    }

    public ControlModel trim() {
        return trim.model();
    }

    public ControlModel polarity() {
        return polarity.model();
    }

    public ControlModel pan() {
        return pan.model();
    }

    public ControlModel width() {
        return width.model();
    }

    public ControlModel volume() {
        return volume.model();
    }

    public ControlModel mute() {
        return mute.model();
    }

    /// Of tracks alone.
    public ControlModel delay() {
        return delay;
    }

    public ControlModel solo() {
        return solo;
    }

    public ControlModel mode() {
        return mode;
    }

    public MeterModel meter() {
        return meter;
    }

    public List<InsertModel> inserts() {
        return inserts;
    }

    public List<SendModel> sends() {
        return sends;
    }

    /// The send to a strip, if there is one.
    public Optional<SendModel> sendTo(@Nullable String target) {
        return sends.stream()
                .filter(send -> send.send().target().equals(target))
                .findFirst();
    }
}
