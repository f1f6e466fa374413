package studio.headroom.mastering.coded;

import java.util.OptionalDouble;
import studio.headroom.audio.Decibels;

/// From where on a coding leaves nothing of a sound. Pure functions.
final class Cutoff {
    private static final double STEP = 250;
    private static final double LOWEST = 2000;
    private static final double HIGHEST = 24_000;
    /// What lies so far below the loudest part of the spectrum is no music.
    private static final double SILENT = -90;
    /// What is left is so much softer than it was, or it is there still.
    private static final double GONE = -15;
    /// A loss narrower than this is that of the last step alone.
    private static final int STEPS = 2;

    private Cutoff() {}

    /// The frequency in Hz above which everything that the sound had is gone; nothing where its highest tones are
    /// there.
    static OptionalDouble of(BandPowers sound, BandPowers coded) {
        double highest = Math.min(HIGHEST, sound.highest());
        double loudest = 0;
        for (double at = 0; at < highest; at += STEP) {
            loudest = Math.max(loudest, sound.power(at, at + STEP));
        }
        double heard = loudest * Decibels.toGain(2 * SILENT);
        double gone = Decibels.toGain(2 * GONE);
        double from = Double.NaN;
        int steps = 0;
        for (double at = Math.floor(highest / STEP) * STEP - STEP; at >= LOWEST; at -= STEP) {
            double was = sound.power(at, at + STEP);
            if (was <= heard) {
                continue;
            }
            if (coded.power(at, at + STEP) > was * gone) {
                break;
            }
            from = at;
            steps++;
        }
        return steps < STEPS ? OptionalDouble.empty() : OptionalDouble.of(from);
    }
}
