package studio.headroom.ui.timeline;

import studio.headroom.project.BarGrid;
import studio.headroom.project.edit.Snap;

/// The lines that what is dragged keeps to.
public enum SnapGrid {
    ADAPTIVE("Auto"),
    BAR("Bar"),
    HALF("1/2"),
    QUARTER("1/4"),
    EIGHTH("1/8"),
    SIXTEENTH("1/16"),
    TRIPLET("1/8 T"),
    SECOND("1 s"),
    TENTH("0.1 s"),
    /// Edges of clips, markers, the loop and the playhead alone.
    EDGES("Edges");

    /// With [#ADAPTIVE], lines are so far apart in units at least.
    private static final double ROOM = 12;

    private final String word;

    SnapGrid(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// The lines at a zoom.
    public Snap.Grid grid(BarGrid bars, double framesPerUnit) {
        double whole = bars.framesPerBeat() * bars.tempo().beatUnit();
        return switch (this) {
            case ADAPTIVE -> adaptive(bars, framesPerUnit);
            case BAR -> Snap.Grid.bars(bars);
            case HALF -> part(whole / 2);
            case QUARTER -> part(whole / 4);
            case EIGHTH -> part(whole / 8);
            case SIXTEENTH -> part(whole / 16);
            case TRIPLET -> part(whole / 12);
            case SECOND -> Snap.Grid.seconds(bars.sampleRate(), 1);
            case TENTH -> Snap.Grid.seconds(bars.sampleRate(), 0.1);
            case EDGES -> Snap.Grid.NONE;
        };
    }

    private static Snap.Grid part(double frames) {
        return Snap.Grid.every(Math.max(1, frames));
    }

    private static Snap.Grid adaptive(BarGrid bars, double framesPerUnit) {
        double room = ROOM * framesPerUnit;
        for (double beats = 1.0 / 64; beats <= 1; beats *= 2) {
            if (bars.framesPerBeat() * beats >= room) {
                return part(bars.framesPerBeat() * beats);
            }
        }
        double frames = bars.framesPerBar();
        while (frames < room) {
            frames *= 2;
        }
        return part(frames);
    }
}
