package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.project.BarGrid;

/// The marks of the ruler and the lines of the grid for what is seen: never denser than can be read, at any zoom.
public final class Ruler {
    private static final double LINE_ROOM = 9;
    private static final double BAR_ROOM = 46;
    private static final double PLACE_ROOM = 78;
    private static final double TIME_ROOM = 96;

    /// Parts of a beat that a ruler can show, from the finest on.
    private static final double[] BEATS = {1.0 / 64, 1.0 / 32, 1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2, 1};

    private static final double[] SECONDS = {
        0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800, 3600
    };

    private Ruler() {}

    public enum Unit {
        BARS,
        TIME
    }

    /// @param x in units from the left of the view
    /// @param label empty for a short mark
    public record Tick(double x, String label) {
        public boolean major() {
            return !label.isEmpty();
        }
    }

    /// The marks that are seen. Nearer than the parts of a beat that have names, bars too are counted in time.
    public static List<Tick> ticks(Unit unit, TimeScale scale, BarGrid grid) {
        double finest = BEATS[0] * grid.framesPerBeat() / scale.framesPerUnit();
        return unit == Unit.BARS && finest < scale.width() / 2 ? bars(scale, grid) : time(scale, grid.sampleRate());
    }

    private static List<Tick> bars(TimeScale scale, BarGrid grid) {
        double minor = beatsApart(scale, grid, LINE_ROOM, LINE_ROOM);
        double major = beatsApart(scale, grid, BAR_ROOM, PLACE_ROOM);
        int perBar = grid.tempo().beatsPerBar();
        // Where the parts do not divide each other (a bar of 7 beats by 4), the finer follow the coarser.
        double step = major % minor == 0 ? minor : major;
        double frames = grid.framesPerBeat() * step;
        List<Tick> ticks = new ArrayList<>();
        long per = Math.round(major / step);
        for (long i = Math.max(0, (long) Math.floor(scale.origin() / frames)); i * frames <= scale.right(); i++) {
            String label = i % per == 0 ? place(grid, i * step, perBar) : "";
            ticks.add(new Tick(scale.x(Math.rint(i * frames)), label));
        }
        return ticks;
    }

    private static double beatsApart(TimeScale scale, BarGrid grid, double barRoom, double partRoom) {
        double unitsPerBeat = grid.framesPerBeat() / scale.framesPerUnit();
        for (double beats : BEATS) {
            if (beats * unitsPerBeat >= partRoom && (beats < 1 || grid.tempo().beatsPerBar() > 1)) {
                return beats;
            }
        }
        double bars = 1;
        while (bars * grid.tempo().beatsPerBar() * unitsPerBeat < barRoom) {
            bars *= 2;
        }
        return bars * grid.tempo().beatsPerBar();
    }

    /// `17`, `17.3` or `17.3.480`.
    private static String place(BarGrid grid, double beats, int perBar) {
        long whole = (long) Math.floor(beats);
        long bar = whole / perBar + 1;
        long beat = whole % perBar + 1;
        int tick = (int) Math.round((beats - whole) * BarGrid.TICKS);
        return tick > 0 ? bar + "." + beat + "." + tick : beat > 1 ? bar + "." + beat : Long.toString(bar);
    }

    private static List<Tick> time(TimeScale scale, int sampleRate) {
        double perUnit = scale.framesPerUnit() / sampleRate;
        double major = apart(TIME_ROOM * perUnit);
        double minor = major / (major * 0.2 / perUnit >= LINE_ROOM && isFiveFold(major) ? 5 : 2);
        int per = (int) Math.round(major / minor);
        double frames = minor * sampleRate;
        List<Tick> ticks = new ArrayList<>();
        for (long i = Math.max(0, (long) Math.floor(scale.origin() / frames)); i * frames <= scale.right(); i++) {
            ticks.add(new Tick(scale.x(i * frames), i % per == 0 ? clock(i * minor, major) : ""));
        }
        return ticks;
    }

    private static boolean isFiveFold(double step) {
        return step != 30 && step != 1800 && step != 60 && step != 3600;
    }

    private static double apart(double seconds) {
        for (double step : SECONDS) {
            if (step >= seconds) {
                return step;
            }
        }
        return SECONDS[SECONDS.length - 1] * Math.ceil(seconds / SECONDS[SECONDS.length - 1]);
    }

    /// `1:05`, `1:05.25` or `1:02:03`, with as many digits as the step needs.
    static String clock(double seconds, double step) {
        int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        double scaled = Math.pow(10, digits);
        double rounded = Math.rint(seconds * scaled) / scaled;
        long minutes = (long) (rounded / 60);
        double rest = rounded - minutes * 60;
        String tail = String.format(Locale.ROOT, "%0" + (digits == 0 ? 2 : 3 + digits) + "." + digits + "f", rest);
        return minutes >= 60
                ? minutes / 60 + ":" + String.format(Locale.ROOT, "%02d", minutes % 60) + ":" + tail
                : minutes + ":" + tail;
    }
}
