package studio.headroom.ui.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.project.edit.History;
import studio.headroom.ui.song.SongHistory;

/// The steps of the open song as a list to go back and forward in. UI thread.
public final class HistoryModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final SongHistory history;
    private final ZoneId zone;

    public enum State {
        /// It is made.
        MADE,
        /// It is the last one that is made.
        NOW,
        /// It was taken back.
        UNDONE
    }

    /// @param steps how many steps are made after it
    /// @param time of the day, or empty for the beginning
    public record Line(int steps, String name, String time, State state) {
        /// For a screen reader.
        public String spoken() {
            String told = state == State.NOW ? ", now here" : state == State.UNDONE ? ", undone" : "";
            return name + (time.isEmpty() ? "" : ", " + time) + told;
        }
    }

    public HistoryModel(SongHistory history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    /// The oldest first; before all steps stands the song as it was opened.
    public List<Line> lines() {
        List<History.Step> steps = history.all();
        int now = history.position();
        List<Line> lines = new ArrayList<>(steps.size() + 1);
        lines.add(new Line(0, "Song as it was opened", "", now == 0 ? State.NOW : State.MADE));
        for (int i = 1; i <= steps.size(); i++) {
            History.Step step = steps.get(i - 1);
            lines.add(new Line(
                    i, step.name(), clock(step.at()), i == now ? State.NOW : i < now ? State.MADE : State.UNDONE));
        }
        return lines;
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /// Where the song is: the place of the line that is [State#NOW].
    public int now() {
        return history.position();
    }

    /// Goes there in one go.
    public void go(Line line) {
        if (line.steps() <= history.all().size()) {
            history.jump(line.steps());
        }
    }
}
