package studio.headroom.ui.master.sight;

import java.util.List;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Loudness in numbers, live or of the whole song.
final class LoudnessCard extends Card {
    private static final double NARROW = 370;

    private final SightModel model;
    private final LoudnessTiles tiles;
    private final SegmentedControl figures;
    /// The same where there is little room.
    private final SegmentedControl brief;
    private final TextButton reset;
    private final TextButton pause;
    /// Whether what is heard is something else than the master at its own level.
    private boolean other;

    LoudnessCard(Look look, SightModel model) {
        super(look, "Loudness", 132);
        this.model = model;
        tiles = new LoudnessTiles(look, model);
        figures = new SegmentedControl(look, model.choices().figures(), List.of("Live", "Whole song"), 82, 20);
        brief = new SegmentedControl(look, model.choices().figures(), List.of("Live", "Whole"), 54, 20);
        reset = new TextButton(
                look,
                "reset",
                "Begin the measurement anew",
                "Integrated loudness, range, the highest levels and the true peak are counted from now on.",
                model.loudness()::reset);
        pause = new TextButton(
                look,
                "pause",
                "Hold the measurement",
                "Integrated loudness, range and the loudest moment stay as they are until it goes on.",
                this::pause);
        getChildren().addAll(tiles, figures, brief, reset, pause);
        model.choices().observe(this::show);
        show();
    }

    private void pause() {
        boolean now = !model.loudness().paused();
        model.loudness().pause(now);
        pause.say(now ? "go on" : "pause");
        requestLayout();
    }

    private void show() {
        boolean live = !model.choices().wholeSong();
        reset.setVisible(live);
        pause.setVisible(live);
        tiles.frame();
    }

    void frame() {
        tiles.frame();
        boolean now = !model.choices().wholeSong() && !model.hearsMaster();
        if (now != other) {
            other = now;
            repaint();
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        if (other && pause.getLayoutX() / look().factor() > 142) {
            p.left(90, TITLE, "as heard", TypeRole.LABEL, Token.WARN.color());
        }
    }

    @Override
    void place(double w, double h) {
        put(tiles, PAD, HEAD, w - 2 * PAD, 92);
        boolean narrow = w < NARROW;
        figures.setVisible(!narrow);
        brief.setVisible(narrow);
        putRight(figures, w - PAD, TITLE);
        double right = putRight(brief, w - PAD, TITLE);
        right = narrow ? right : figures.getLayoutX() / look().factor();
        right = putRight(reset, right - 6, TITLE);
        putRight(pause, right - 2, TITLE);
    }
}
