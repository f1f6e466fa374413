package studio.headroom.project.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import studio.headroom.param.Param;
import studio.headroom.param.Unit;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A move of one control on several strips at once: made at the beginning of a gesture, it remembers where each strip
/// stood and gives the edit for every place that the moved one comes to. So nothing is lost on the way: strips that
/// came to an end of their travel come back to where they were.
///
/// - **Levels and trims** keep their distances in dB: all stop when the first of them reaches the top. At the bottom each
///   goes down to silence with its distance; where the moved one is silent, all are. Strips that were silent stay so.
/// - **Other controls** move by the same amount, each as far as its own travel goes.
/// - **Switches** all come to stand as the moved one does.
public final class StripMove {
    private final String leader;
    private final Param param;
    private final Map<String, Double> starts;

    private StripMove(String leader, Param param, Map<String, Double> starts) {
        this.leader = leader;
        this.param = param;
        this.starts = starts;
    }

    /// @param leader the strip that is moved by hand
    /// @param followers those that move with it; the leader may be among them
    /// @param control of [StripControls#PARAMS]
    public static StripMove begin(Project project, String leader, Set<String> followers, Param control) {
        Param param = StripControls.PARAMS.get(StripControls.PARAMS.indexOf(control));
        Map<String, Double> starts = new HashMap<>();
        starts.put(leader, Parts.strip(project, leader).controls().get(param));
        followers.forEach(id -> starts.put(id, Parts.strip(project, id).controls().get(param)));
        return new StripMove(leader, param, Map.copyOf(starts));
    }

    /// The step that brings the leader to a value, and all others with it.
    public Edit to(double value) {
        double led = led(param.clamp(value));
        String what = Parts.lower(param.label()) + " " + param.format(led);
        return new Edit(
                param.label() + " " + param.format(led),
                project -> Parts.changeAll(project, strip -> starts.containsKey(strip.id()) ? moved(strip, led) : strip),
                project -> StripEdits.nameOf(project, leader) + " " + what
                        + (starts.size() > 1 ? " and " + (starts.size() - 1) + " more" : ""));
    }

    private Strip moved(Strip strip, double led) {
        double start = start(strip.id());
        boolean isLeader = strip.id().equals(leader);
        double value = isLeader || param.range() instanceof studio.headroom.param.Range.Toggle
                ? led
                : param.clamp(start + by(led));
        return strip.withControls(strip.controls().with(param, value));
    }

    /// Where the leader comes to: where all can keep their distance.
    private double led(double value) {
        double by = by(value);
        if (param.unit() != Unit.DECIBEL || !Double.isFinite(by) || start(leader) == Double.NEGATIVE_INFINITY) {
            return value;
        }
        for (double start : starts.values()) {
            if (Double.isFinite(start)) {
                by = Math.min(by, param.range().max() - start);
                by = Math.max(by, param.range().min() - start);
            }
        }
        return param.clamp(start(leader) + by);
    }

    /// How far the leader has moved; a leader that comes from silence leads nobody.
    private double by(double led) {
        double start = start(leader);
        return start == Double.NEGATIVE_INFINITY ? 0 : led - start;
    }

    private double start(String id) {
        return java.util.Objects.requireNonNull(starts.get(id));
    }
}
