package studio.headroom.ui.editor.model;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.effects.Delay;

/// The echoes that a delay with given values makes of one short sound in the middle. Pure functions.
public final class Taps {
    private static final double LEAST = 0.003;
    private static final int MOST = 200;

    private Taps() {}

    /// One echo.
    ///
    /// @param seconds after the sound
    /// @param right whether it is on the right
    /// @param level linear, the first echo being 1
    public record Tap(double seconds, boolean right, double level) {}

    /// The time of a side in seconds.
    public static double seconds(EditorModel model, boolean right) {
        boolean linked = model.control("link").isOn();
        String side = right && !linked ? "right" : "left";
        return model.control("sync").isOn()
                ? Delay.noteSeconds(
                        (int) Math.round(model.control("note." + side).value()),
                        model.control("bpm").value())
                : model.control("time." + side).value() / 1000;
    }

    /// The echoes up to a time, until they are 50 dB down.
    public static List<Tap> of(EditorModel model, double until) {
        double feedback = model.control("feedback").value() / 100;
        double cross = model.control("cross").value() / 100;
        boolean pingPong = model.control("mode").value() >= 0.5;
        List<Tap> taps = new ArrayList<>();
        if (pingPong) {
            bounce(taps, seconds(model, false), seconds(model, true), feedback, until);
        } else {
            spread(taps, model, feedback, cross, until);
        }
        return taps;
    }

    private static void bounce(List<Tap> taps, double left, double right, double feedback, double until) {
        double level = 1;
        double at = left;
        boolean onRight = false;
        while (level > LEAST && at <= until && taps.size() < MOST) {
            taps.add(new Tap(at, onRight, level));
            onRight = !onRight;
            at += onRight ? right : left;
            level *= feedback;
        }
    }

    /// Each echo goes round again on its side and, by the cross-feed, on the other.
    private static void spread(List<Tap> taps, EditorModel model, double feedback, double cross, double until) {
        double[] times = {seconds(model, false), seconds(model, true)};
        List<Tap> round = new ArrayList<>(List.of(new Tap(times[0], false, 1), new Tap(times[1], true, 1)));
        while (!round.isEmpty() && taps.size() < MOST) {
            List<Tap> next = new ArrayList<>();
            for (Tap tap : round) {
                if (tap.level() < LEAST || tap.seconds() > until) {
                    continue;
                }
                taps.add(tap);
                add(
                        next,
                        tap.seconds() + times[tap.right() ? 1 : 0],
                        tap.right(),
                        tap.level() * feedback * (1 - cross));
                add(next, tap.seconds() + times[tap.right() ? 0 : 1], !tap.right(), tap.level() * feedback * cross);
            }
            round = next.size() > 64 ? next.subList(0, 64) : next;
        }
    }

    /// Echoes that fall on one another add up.
    private static void add(List<Tap> taps, double at, boolean right, double level) {
        if (level < LEAST) {
            return;
        }
        for (int i = 0; i < taps.size(); i++) {
            Tap other = taps.get(i);
            if (other.right() == right && Math.abs(other.seconds() - at) < 1e-6) {
                taps.set(i, new Tap(at, right, other.level() + level));
                return;
            }
        }
        taps.add(new Tap(at, right, level));
    }
}
