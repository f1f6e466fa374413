package studio.headroom.project.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Send;
import studio.headroom.project.StripControls;
import studio.headroom.project.StripState;

/// What differs between two states of the same strips.
final class MixDifference {
    private final EffectNames effects;
    private final Function<String, String> names;
    private final List<Difference> found = new ArrayList<>();

    /// @param names of strips by id, for where sound is sent
    MixDifference(EffectNames effects, Function<String, String> names) {
        this.effects = effects;
        this.names = names;
    }

    List<Difference> found() {
        return found;
    }

    void compare(StripState from, StripState to) {
        String strip = to.strip();
        String name = name(to);
        switches(from, to);
        level(from, to);
        control(strip, Difference.Kind.PAN, name, StripControls.PAN, from.controls(), to.controls());
        control(strip, Difference.Kind.PAN, name, StripControls.WIDTH, from.controls(), to.controls());
        if (!Objects.equals(from.output(), to.output())) {
            add(Difference.Kind.ROUTE, strip, 1, name + " now feeds " + target(to.output()));
        }
        effects(strip, name, from.inserts(), to.inserts());
        sends(strip, name, from.sends(), to.sends());
        lanes(from, to);
    }

    private static String name(StripState state) {
        return state.name().isBlank() ? state.strip() : state.name();
    }

    private String target(@Nullable String id) {
        return id == null ? "the master" : names.apply(id);
    }

    private void switches(StripState from, StripState to) {
        String name = name(to);
        boolean was = from.controls().isOn(StripControls.MUTE);
        boolean is = to.controls().isOn(StripControls.MUTE);
        if (was != is) {
            add(Difference.Kind.MUTE, to.strip(), 3, name + (is ? " muted" : " unmuted"));
        }
        if (from.solo() != to.solo()) {
            add(Difference.Kind.MUTE, to.strip(), 2, name + (to.solo() ? " soloed" : " no longer soloed"));
        }
        if (from.soloSafe() != to.soloSafe()) {
            add(Difference.Kind.MUTE, to.strip(), 0, name + (to.soloSafe() ? " solo safe" : " no longer solo safe"));
        }
        if (from.controls().isOn(StripControls.POLARITY) != to.controls().isOn(StripControls.POLARITY)) {
            add(Difference.Kind.MUTE, to.strip(), 1, name + " polarity turned over");
        }
    }

    private void level(StripState from, StripState to) {
        double was = from.controls().get(StripControls.VOLUME);
        double is = to.controls().get(StripControls.VOLUME);
        if (was != is) {
            String change = Words.change(StripControls.VOLUME, was, is);
            String text = Double.isFinite(was) && Double.isFinite(is) ? change : "volume " + change;
            add(Difference.Kind.LEVEL, to.strip(), distance(was, is), name(to) + " " + text);
        }
        control(to.strip(), Difference.Kind.LEVEL, name(to), StripControls.TRIM, from.controls(), to.controls());
        control(to.strip(), Difference.Kind.LEVEL, name(to), StripControls.DELAY, from.controls(), to.controls());
    }

    private static double distance(double from, double to) {
        return Double.isFinite(from) && Double.isFinite(to) ? Math.abs(to - from) : 200;
    }

    private void control(String strip, Difference.Kind kind, String subject, Param param, Values from, Values to) {
        double was = from.get(param);
        double is = to.get(param);
        if (was != is) {
            double way = Math.abs(param.range().position(is) - param.range().position(was));
            String value =
                    param.range() instanceof Range.Toggle ? (is > 0 ? "on" : "off") : Words.change(param, was, is);
            add(kind, strip, way, subject + " " + Words.lower(param.label()) + " " + value);
        }
    }

    private void effects(String strip, String name, List<Insert> from, List<Insert> to) {
        for (Insert insert : from) {
            if (find(to, insert.id()) == null) {
                add(Difference.Kind.EFFECT, strip, 3, label(insert) + " removed from " + name);
            }
        }
        for (Insert insert : to) {
            Insert before = find(from, insert.id());
            if (before == null) {
                add(Difference.Kind.EFFECT, strip, 3, label(insert) + " added to " + name);
            } else if (!before.type().equals(insert.type())) {
                add(Difference.Kind.EFFECT, strip, 3, name + ": " + label(before) + " replaced by " + label(insert));
            } else {
                effect(strip, name, before, insert);
            }
        }
        if (!order(from, to).equals(order(to, from))) {
            add(Difference.Kind.EFFECT, strip, 1, name + ": effects in another order");
        }
    }

    /// The ids of those that the other list has too.
    private static List<String> order(List<Insert> inserts, List<Insert> others) {
        return inserts.stream()
                .map(Insert::id)
                .filter(id -> find(others, id) != null)
                .toList();
    }

    private void effect(String strip, String name, Insert from, Insert to) {
        String subject = name + ": " + label(to);
        if (from.bypassed() != to.bypassed()) {
            add(Difference.Kind.EFFECT, strip, 2, subject + (to.bypassed() ? " bypassed" : " switched on"));
        }
        if (!Objects.equals(from.key(), to.key())) {
            String key = to.key() == null ? "its own input" : names.apply(to.key());
            add(Difference.Kind.ROUTE, strip, 0.5, subject + " listens to " + key);
        }
        Set<String> left = new TreeSet<>(from.values().asMap().keySet());
        left.addAll(to.values().asMap().keySet());
        left.remove(StripControls.BYPASS.id());
        for (Param param : effects.controls(to.type()).map(ParamSet::params).orElse(List.of())) {
            control(strip, Difference.Kind.CONTROL, subject, param, from.values(), to.values());
            left.remove(param.id());
        }
        Map<String, Double> was = from.values().asMap();
        Map<String, Double> is = to.values().asMap();
        for (String unknown : left) {
            if (!Objects.equals(was.get(unknown), is.get(unknown))) {
                add(Difference.Kind.CONTROL, strip, 0, subject + " " + unknown + " changed");
            }
        }
    }

    private void sends(String strip, String name, List<Send> from, List<Send> to) {
        Set<String> kept = new HashSet<>();
        for (Send send : to) {
            Send before = from.stream()
                    .filter(old -> old.id().equals(send.id()))
                    .findFirst()
                    .orElse(null);
            String subject = name + " to " + target(send.target());
            if (before == null) {
                add(Difference.Kind.SEND, strip, 2, subject + ": send added");
                continue;
            }
            kept.add(send.id());
            if (!before.target().equals(send.target())) {
                add(
                        Difference.Kind.SEND,
                        strip,
                        1.5,
                        name + " sends to " + target(send.target()) + ", not to " + target(before.target()));
            }
            if (before.preFader() != send.preFader()) {
                add(Difference.Kind.SEND, strip, 1, subject + (send.preFader() ? " before fader" : " after fader"));
            }
            for (Param param : StripControls.SEND_PARAMS.params()) {
                control(strip, Difference.Kind.SEND, subject, param, before.controls(), send.controls());
            }
        }
        for (Send send : from) {
            if (!kept.contains(send.id())) {
                add(Difference.Kind.SEND, strip, 2, name + " to " + target(send.target()) + ": send removed");
            }
        }
    }

    private void lanes(StripState from, StripState to) {
        Set<String> on = new TreeSet<>(to.read());
        on.retainAll(from.ignored());
        Set<String> off = new TreeSet<>(to.ignored());
        off.retainAll(from.read());
        if (!on.isEmpty()) {
            String lanes = Words.count(on.size(), "lane", "lanes");
            add(Difference.Kind.AUTOMATION, to.strip(), on.size(), name(to) + ": " + lanes + " of automation on");
        }
        if (!off.isEmpty()) {
            String lanes = Words.count(off.size(), "lane", "lanes");
            add(Difference.Kind.AUTOMATION, to.strip(), off.size(), name(to) + ": " + lanes + " of automation off");
        }
    }

    private String label(Insert insert) {
        return effects.label(insert.type());
    }

    private static @Nullable Insert find(List<Insert> inserts, String id) {
        return inserts.stream()
                .filter(insert -> insert.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    void inserts(String strip, String name, List<Insert> from, List<Insert> to) {
        effects(strip, name, from, to);
    }

    void add(Difference.Kind kind, String strip, double size, String text) {
        found.add(new Difference(kind, strip, size, text));
    }
}
