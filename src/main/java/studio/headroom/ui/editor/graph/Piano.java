package studio.headroom.ui.editor.graph;

import studio.headroom.ui.editor.model.NoteName;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The keys of a piano along a frequency axis. Pure functions.
final class Piano {
    static final double HEIGHT = 26;
    /// From E0, 20.6 Hz, to D♯10, 19.9 kHz, by MIDI number.
    private static final int LOWEST = 16;

    private static final int HIGHEST = 135;

    private Piano() {}

    private static boolean isBlack(int note) {
        return switch (Math.floorMod(note, 12)) {
            case 1, 3, 6, 8, 10 -> true;
            default -> false;
        };
    }

    private static double hertz(double note) {
        return 440 * Math.pow(2, (note - 69) / 12);
    }

    /// Paints the keys into a row.
    ///
    /// @param marked a frequency whose key is marked; NaN for none
    static void paint(Painter p, double left, double top, double w, double marked) {
        int under = Double.isNaN(marked) ? -1 : (int) Math.rint(69 + 12 * Math.log(marked / 440) / Math.log(2));
        p.fill(left, top, w, HEIGHT, Token.FG_3.color());
        for (int note = LOWEST; note <= HIGHEST; note++) {
            double from = left + Math.clamp(FrequencyAxis.position(hertz(note - 0.5)), 0, 1) * w;
            double to = left + Math.clamp(FrequencyAxis.position(hertz(note + 0.5)), 0, 1) * w;
            if (isBlack(note)) {
                p.fill(from, top, to - from, HEIGHT * 0.55, (note == under ? Token.ACCENT : Token.BG_0).color());
            } else if (note == under) {
                p.fill(from, top, to - from, HEIGHT, Token.ACCENT.color());
            }
            if (Math.floorMod(note, 12) == 0 || Math.floorMod(note, 12) == 5) {
                p.down(from, top, HEIGHT, Token.LINE_3.color());
            }
            if (Math.floorMod(note, 12) == 0 && w > 500) {
                p.left(from + 2, top + HEIGHT - 6, NoteName.of(hertz(note)), TypeRole.SCALE, Token.INK.color());
            }
        }
    }
}
