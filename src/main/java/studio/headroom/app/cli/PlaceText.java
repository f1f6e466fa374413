package studio.headroom.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.headroom.app.play.PlayJob;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Clip;

/// A place on the timeline as typed: a time such as `90` or `1:30`, or a bar and a beat of it such as `bar17` or
/// `bar17.3`.
final class PlaceText {
    private static final Pattern BAR = Pattern.compile("bar(\\d{1,6})(?:\\.(\\d{1,2}))?");

    private PlaceText() {}

    /// The frame of a place.
    ///
    /// @throws UsageException when it is none
    static long frame(String text, BarGrid grid) {
        Matcher bar = BAR.matcher(text.strip());
        try {
            if (bar.matches()) {
                long number = Long.parseLong(bar.group(1));
                int beat = bar.group(2) == null ? 1 : Integer.parseInt(bar.group(2));
                return grid.frame(new BarGrid.Place(number, beat, 0, 0));
            }
            return TimeText.parse(text).frames(grid.sampleRate());
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + text + "' is not a place such as 90, 1:30, bar17 or bar17.3");
        }
    }

    /// Where playing begins and what it repeats.
    ///
    /// @param loop two places with `..` between them, or null
    /// @throws UsageException when one of them is none
    static PlayJob.Way way(String from, double preRollBars, @Nullable String loop, BarGrid grid) {
        if (!(preRollBars >= 0 && preRollBars <= 1000)) {
            throw new UsageException("--pre-roll takes 0 to 1000 bars");
        }
        long begin = grid.before(frame(from, grid), preRollBars);
        if (begin > Clip.MAX_FRAME) {
            throw new UsageException("'" + from + "' is behind the end of every song");
        }
        if (loop == null) {
            return new PlayJob.Way(begin, 0, 0);
        }
        String[] ends = loop.split("\\.\\.", -1);
        long first = ends.length == 2 ? frame(ends[0], grid) : 0;
        long last = ends.length == 2 ? frame(ends[1], grid) : 0;
        if (last <= first) {
            throw new UsageException("--loop takes two places, the earlier one first, such as bar9..bar17 or 10..20");
        }
        return new PlayJob.Way(begin, first, last);
    }

    /// `17.3`.
    static String beat(BarGrid.Place place) {
        return place.bar() + "." + place.beat();
    }
}
