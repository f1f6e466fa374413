package studio.headroom.ui.editor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.song.SongHistory;

/// The editor of one effect, in a strip or in the mastering chain: its controls, bypass, two sets of settings to
/// compare, presets, and copying. Follows the song until it is closed. UI thread.
public final class EditorModel implements AutoCloseable {
    private static final Param POWER = new Param("power", "On", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, true);
    private static final Param SIDE =
            new Param("side", "Settings", Unit.NONE, Range.Choice.of("A", "B"), 0, Smoothing.NONE, false);

    private final SongHistory history;
    private final InsertLink link;
    private final String insertId;
    private final EffectType type;
    private final int bands;
    private final Map<String, ControlModel> controls = new LinkedHashMap<>();
    private final ControlModel power;
    private final ControlModel side;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ChangeListener<Project> follow = (_, _, _) -> show();
    private final EditorMemory memory;
    private final Comparing comparing;
    private boolean grouped;
    private boolean mono;
    private @Nullable ControlModel key;
    private List<String> keys = List.of();

    /// The set of settings that is not heard, and which side is.
    ///
    /// @param values of the other side
    /// @param side 0 when A is heard, 1 when B is
    public record Sides(Values values, int side) {}

    /// @param insertId of an effect that the song has and this program knows
    /// @param memory outlives the editor
    public EditorModel(SongHistory history, InsertLink link, String insertId, EditorMemory memory) {
        this.history = history;
        this.memory = memory;
        this.link = link;
        this.insertId = insertId;
        Insert insert = insert().orElseThrow(() -> new IllegalArgumentException("no effect " + insertId));
        type = Catalogue.find(insert.type())
                .orElseThrow(() -> new IllegalArgumentException("no effect is called " + insert.type()));
        bands = type.factory().get().reductionBands();
        for (Param param : type.params().params()) {
            controls.put(param.id(), control(param));
        }
        power = new ControlModel(
                POWER,
                name() + " on",
                "Passes the sound through the effect. Off, it goes by untouched and as late.",
                new Target(StripControls.BYPASS) {
                    @Override
                    double plain(double value) {
                        return 1 - value;
                    }
                });
        side = new ControlModel(
                SIDE,
                name() + " settings A or B",
                "Two sets of settings, to compare by ear.",
                plain -> switchTo((int) plain));
        comparing = new Comparing(link, insertId, name(), memory, () -> observers.forEach(Runnable::run));
        history.song().addListener(follow);
        show();
    }

    private ControlModel control(Param param) {
        Param shown = new Param(
                param.id(),
                Names.shortLabel(param),
                param.unit(),
                param.range(),
                param.initial(),
                param.smoothing(),
                param.automatable());
        return new ControlModel(
                shown,
                name() + " " + param.label().toLowerCase(Locale.ROOT),
                Explanations.of(type, param),
                new Target(param));
    }

    /// The effect's place and name, for people: "Lead Vox EQ".
    public String name() {
        return owner() + " " + Names.effect(type);
    }

    /// Whose effect it is: the strip's name, or "Master".
    public String owner() {
        return strip().map(Strip::name).orElse("Mastering");
    }

    public EffectType type() {
        return type;
    }

    public String insertId() {
        return insertId;
    }

    public InsertLink link() {
        return link;
    }

    public int sampleRate() {
        return history.current().sampleRate();
    }

    /// Whether the sound that comes to the effect is mono.
    public boolean isMono() {
        return mono;
    }

    /// How many bands of the effect show what they do by themselves.
    public int bands() {
        return bands;
    }

    /// The control of a parameter of the effect.
    public ControlModel control(String id) {
        ControlModel model = controls.get(id);
        if (model == null) {
            throw new IllegalArgumentException(type.id() + " has no control " + id);
        }
        return model;
    }

    public List<ControlModel> controls() {
        return List.copyOf(controls.values());
    }

    /// On, or passed by.
    public ControlModel power() {
        return power;
    }

    /// How the effect is heard by who compares it.
    public Comparing comparing() {
        return comparing;
    }

    /// What the editors of the song remember.
    public EditorMemory memory() {
        return memory;
    }

    /// What "Show automation" does, of every control; not for the mastering chain, which has none.
    public void automateBy(Consumer<Address> doors) {
        strip().ifPresent(strip -> {
            controls.forEach((id, model) ->
                    model.setAutomationAction(() -> doors.accept(new Address(strip.id(), insertId, id))));
            power.setAutomationAction(() -> doors.accept(new Address(strip.id(), insertId, StripControls.BYPASS.id())));
        });
    }

    /// Which of the two sets is heard.
    public ControlModel side() {
        return side;
    }

    /// Runs `observer` after every change of what is shown.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /// Ends all observing, for a picture that goes.
    public void endObserving() {
        observers.clear();
    }

    /// The values shown, by parameter index, gestures and automation included: what curves are drawn from.
    public double[] plain() {
        double[] plain = new double[type.params().size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = control(type.params().get(i).id()).value();
        }
        return plain;
    }

    /// Whether the song still has the effect.
    public boolean isOpen() {
        return insert().isPresent();
    }

    private Optional<Insert> insert() {
        Project song = history.current();
        return strip().flatMap(strip -> strip.inserts().stream()
                        .filter(insert -> insert.id().equals(insertId))
                        .findFirst())
                .or(() -> song.mastering().chain().stream()
                        .filter(insert -> insert.id().equals(insertId))
                        .findFirst());
    }

    /// The strip that has the effect; empty for the mastering chain's.
    public Optional<Strip> strip() {
        return Strips.ofInsert(history.current(), insertId);
    }

    // ---- following the song ----

    private void show() {
        Optional<Insert> insert = insert();
        if (insert.isEmpty()) {
            return;
        }
        Values values = insert.get().values();
        Optional<Strip> strip = strip();
        mono = strip.map(found -> MixPlan.hearingMono(history.current(), found).contains(insertId))
                .orElse(false);
        for (Param param : type.params().params()) {
            ControlModel model = control(param.id());
            boolean automated = lane(strip, param).isPresent();
            model.setAutomated(automated);
            if (!automated || !link.playing()) {
                model.show(lane(strip, param)
                        .map(lane -> lane.valueAt(param, link.position()))
                        .orElse(values.get(param)));
            }
        }
        power.show(insert.get().bypassed() ? 0 : 1);
        Sides known = memory.sides().get(insertId);
        side.show(known == null ? 0 : known.side());
        showKey(insert.get());
        observers.forEach(Runnable::run);
    }

    private Optional<Lane> lane(Optional<Strip> strip, Param param) {
        return strip.flatMap(found -> found.lane(insertId, param.id()))
                .filter(Lane::enabled)
                .filter(lane -> !lane.points().isEmpty());
    }

    /// Lets what automation moves follow the playhead; once a frame.
    public void followPlayhead() {
        Optional<Strip> strip = strip();
        boolean any = false;
        for (Param param : type.params().params()) {
            ControlModel model = control(param.id());
            if (model.automated()) {
                Optional<Lane> lane = lane(strip, param);
                if (lane.isPresent()) {
                    double before = model.value();
                    model.show(lane.get().valueAt(param, link.position()));
                    any |= model.value() != before;
                }
            }
        }
        if (any) {
            observers.forEach(Runnable::run);
        }
    }

    // ---- gestures ----

    /// Carries the moves of one control to the song, or to the automation where that takes them.
    private class Target implements EditTarget {
        private final Param param;
        private boolean byHand;
        private double last;

        Target(Param param) {
            this.param = param;
        }

        double plain(double value) {
            return value;
        }

        private Address address() {
            return new Address(strip().map(Strip::id).orElse(""), insertId, param.id());
        }

        @Override
        public void begin() {
            byHand = strip().isPresent() && param.automatable() && link.takesMoves(address());
            if (byHand) {
                // What is shown is what is heard, automation included.
                last = control(param.id()).value();
                link.touch(address(), last);
            } else if (!grouped) {
                history.begin();
            }
        }

        @Override
        public void move(double value) {
            if (byHand) {
                link.move(address(), plain(value));
                observers.forEach(Runnable::run);
            } else {
                history.apply(InsertEdits.set(insertId, param, plain(value)));
            }
        }

        @Override
        public void end() {
            if (byHand) {
                link.release(address());
            } else if (!grouped) {
                history.end();
            }
            byHand = false;
            show();
        }

        @Override
        public void cancel(double before) {
            if (byHand || grouped) {
                move(before);
                end();
            } else {
                history.cancel();
                show();
            }
        }
    }

    /// From here to [#endGroup], moves of all controls are one step of undo.
    ///
    /// @param what completes the effect's name: "band 4"
    public void beginGroup(String what) {
        history.begin(name() + " " + what);
        grouped = true;
    }

    public void endGroup() {
        if (grouped) {
            grouped = false;
            history.end();
        }
    }

    /// Sets several controls as one step.
    public void set(String what, Map<String, Double> values) {
        beginGroup(what);
        values.forEach((id, value) -> control(id).set(value));
        endGroup();
    }

    /// What makes the sound louder or softer behind everything else; empty where nothing does only that.
    public Optional<ControlModel> outputGain() {
        boolean drives = List.of("limiter", "clipper", "tone").contains(type.id());
        return drives
                ? Optional.empty()
                : Stream.of("makeup", "output", "gain")
                        .filter(id -> type.params().indexOf(id) >= 0)
                        .findFirst()
                        .map(this::control);
    }

    /// What makes the sound louder before it is worked on; empty where nothing does.
    public Optional<ControlModel> inputGain() {
        return switch (type.id()) {
            case "limiter", "clipper" -> Optional.of(control("gain"));
            case "saturation" -> Optional.of(control("drive"));
            default -> Optional.empty();
        };
    }

    // ---- settings as a whole ----

    /// What the effect is set to now, bypass aside.
    public Values settings() {
        Values values = insert().map(Insert::values).orElse(Values.INITIAL);
        return values.with(StripControls.BYPASS, 0);
    }

    /// Sets everything, as one step.
    public void apply(Values values) {
        history.apply(InsertEdits.values(insertId, values));
    }

    private void switchTo(int wanted) {
        Values now = settings();
        Sides known = memory.sides().get(insertId);
        memory.sides().put(insertId, new Sides(now, wanted));
        apply(known == null ? now : known.values());
    }

    /// Makes both sides what is heard now.
    public void copyToOther() {
        memory.sides().put(insertId, new Sides(settings(), side.isOn() ? 1 : 0));
        observers.forEach(Runnable::run);
    }

    /// Whether the two sides differ.
    public boolean sidesDiffer() {
        Sides known = memory.sides().get(insertId);
        return known != null && !known.values().equals(settings());
    }

    // ---- sidechain ----

    /// The choice of what the effect listens to; empty for one that cannot, or in the mastering chain.
    public Optional<ControlModel> key() {
        return Optional.ofNullable(key);
    }

    /// The words of [#key], in order: this track first.
    public List<String> keyWords() {
        List<String> words = new ArrayList<>(List.of("This track"));
        keys.forEach(
                id -> words.add(history.current().strip(id).map(Strip::name).orElse(id)));
        return words;
    }

    private void showKey(Insert insert) {
        Optional<Strip> strip = strip();
        if (!type.keyInput() || strip.isEmpty()) {
            return;
        }
        Project song = history.current();
        List<String> now = song.strips().stream()
                .map(Strip::id)
                .filter(id -> Routing.mayKey(song, strip.get().id(), id))
                .toList();
        if (key == null || !now.equals(keys)) {
            keys = now;
            List<String> options = new ArrayList<>(List.of("this"));
            options.addAll(now);
            if (options.size() < 2) {
                key = null;
                return;
            }
            key = new ControlModel(
                    new Param("key.from", "Key from", Unit.NONE, new Range.Choice(options), 0, Smoothing.NONE, false),
                    name() + " key from",
                    "What the effect listens to: its own track, or another one, such as the kick that ducks a bass.",
                    plain -> history.apply(InsertEdits.key(insertId, plain < 0.5 ? null : keys.get((int) plain - 1))));
        }
        key.show(insert.key() == null ? 0 : keys.indexOf(insert.key()) + 1.0);
    }

    @Override
    public void close() {
        controls.values().forEach(ControlModel::end);
        endGroup();
        comparing.end();
        history.song().removeListener(follow);
    }
}
