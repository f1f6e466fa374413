package studio.headroom.ui.shell;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.headroom.project.BarGrid;

/// Places of the timeline as people read and type them: `47.3.2`, bar, beat and quarter of a beat, and `1:56.72`,
/// minutes and seconds.
public final class PositionText {
    /// Parts of a beat that are counted.
    private static final int PARTS = 4;

    private static final int TICKS = BarGrid.TICKS / PARTS;
    private static final Pattern BARS = Pattern.compile("(\\d{1,6})(?:[. ](\\d{1,2}))?(?:[. ](\\d{1,2}))?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):(\\d{1,2}(?:[.,]\\d{0,6})?)");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}(?:[.,]\\d{0,6})?) ?s");

    private PositionText() {}

    public static String bars(BarGrid grid, long frame) {
        BarGrid.Place place = grid.place(frame);
        return place.bar() + "." + place.beat() + "." + (place.tick() / TICKS + 1);
    }

    /// Hundredths are cut, not rounded, so that the display never runs ahead.
    public static String time(int sampleRate, long frame) {
        long hundredths = frame / sampleRate * 100 + frame % sampleRate * 100 / sampleRate;
        long minutes = hundredths / 6000;
        String rest = String.format(Locale.ROOT, "%02d.%02d", hundredths / 100 % 60, hundredths % 100);
        return minutes < 60
                ? minutes + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
    }

    /// The frame that a person typed: bars (`47`, `47.3`, `47.3.2`), time (`1:56.7`) or seconds (`12.5s`).
    ///
    /// @throws IllegalArgumentException with what would be right
    public static long parse(BarGrid grid, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            double hours = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
            return frame(grid, hours * 3600 + 60 * Double.parseDouble(clock.group(2)) + number(clock.group(3)));
        }
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return frame(grid, number(seconds.group(1)));
        }
        Matcher bars = BARS.matcher(text);
        if (bars.matches()) {
            return bars(grid, bars);
        }
        throw new IllegalArgumentException("Type a bar such as 47 or 47.3.2, or a time such as 1:56.7.");
    }

    private static long bars(BarGrid grid, Matcher typed) {
        long bar = Long.parseLong(typed.group(1));
        int beat = typed.group(2) == null ? 1 : Integer.parseInt(typed.group(2));
        int part = typed.group(3) == null ? 1 : Integer.parseInt(typed.group(3));
        int beats = grid.tempo().beatsPerBar();
        if (bar < 1 || beat < 1 || beat > beats || part < 1 || part > PARTS) {
            throw new IllegalArgumentException(
                    "Bars begin with 1, beats go from 1 to " + beats + ", their parts from 1 to " + PARTS + ".");
        }
        return grid.frame(new BarGrid.Place(bar, beat, (part - 1) * TICKS, 0));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private static long frame(BarGrid grid, double seconds) {
        return Math.round(seconds * grid.sampleRate());
    }
}
