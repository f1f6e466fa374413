package studio.headroom.ui.editor.graph;

import java.util.Arrays;
import javafx.scene.paint.Color;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// A part of the sound that an equalizer may filter for itself, as its pictures draw and name it: each has its letter,
/// its color and its dashes, so that none is told by color alone.
public enum EqPart {
    ALL("", "stereo", "", Token.FG_1),
    MID("M", "mid", "on the middle", Token.FG_1),
    SIDE("S", "side", "on the sides", TrackColor.TEAL, 7, 4),
    LEFT("L", "left", "on the left", TrackColor.ORANGE, 10, 3, 2, 3),
    RIGHT("R", "right", "on the right", TrackColor.MAGENTA, 2, 3);

    private static final double BADGE = 6.5;

    private final String letter;
    private final String word;
    private final String spoken;
    private final Hue hue;
    private final double[] dashes;

    /// @param dashes on and off, in units; none for a line without gaps
    EqPart(String letter, String word, String spoken, Hue hue, double... dashes) {
        this.letter = letter;
        this.word = word;
        this.spoken = spoken;
        this.hue = hue;
        this.dashes = dashes;
    }

    public static EqPart of(Placement placement) {
        return values()[placement.ordinal()];
    }

    /// One letter; empty for all of the sound.
    public String letter() {
        return letter;
    }

    /// Its name in a legend.
    public String word() {
        return word;
    }

    /// What a screen reader says of a band: "on the sides"; empty for all of the sound.
    public String spoken() {
        return spoken;
    }

    public Color color() {
        return hue.color();
    }

    /// Lets lines be drawn with its dashes until [#solid].
    public void dash(Painter p) {
        p.context().setLineDashes(Arrays.stream(dashes).map(p::raw).toArray());
    }

    public static void solid(Painter p) {
        p.context().setLineDashes();
    }

    /// Its letter at the corner of a node; nothing for all of the sound.
    ///
    /// @param node the radius of the node, in units
    void badge(Painter p, double cx, double cy, double node) {
        if (this == ALL) {
            return;
        }
        double x = cx + 0.7 * node + 3;
        double y = cy - 0.7 * node - 3;
        p.disc(x, y, BADGE, Token.BG_TIP.color());
        p.circle(x, y, BADGE - 0.5, color(), 1);
        p.center(x, y, letter, TypeRole.SCALE_STRONG, Token.FG_1.color());
    }
}
