package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.dsp.loudness.LoudnessReport;

/// What a mastering engineer would say about a result: never a reason to refuse, always with its number.
final class Remarks {
    private static final double GENTLE_LIMITING = 4;
    /// How far a limiter may miss its ceiling without a word, in dB.
    private static final double EXACT = 0.05;
    /// Sides that have nothing in common lie around 0; from here on they work against each other.
    private static final double OPPOSED = -0.05;

    private Remarks() {}

    /// Peaks above a ceiling that was not enforced.
    static Optional<String> over(LoudnessReport after, double ceiling) {
        return after.truePeakDbtp() <= ceiling + EXACT
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the true peak of %.2f dBTP is above %.1f dBTP: give the chain a limiter at its end, or a lower"
                                + " ceiling, for what the file's rate and coding add to the peaks",
                        after.truePeakDbtp(),
                        ceiling));
    }

    static List<String> of(
            LoudnessReport before, LoudnessReport after, double gainDb, double truePeakBefore, double ceiling) {
        List<String> remarks = new ArrayList<>();
        double limited = truePeakBefore + gainDb - ceiling;
        if (limited > GENTLE_LIMITING) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "the loudest peaks are turned down by %.1f dB; more than %.0f dB is heard as squashing."
                            + " Ask for less loudness, or tame the peaks in the mix",
                    limited,
                    GENTLE_LIMITING));
        }
        if (before.clippedSamples() > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%d samples of the mix are at or over full scale (true peak %.1f dBTP); where they were clipped they stay"
                            + " so. Lower the faders and bounce again",
                    before.clippedSamples(),
                    before.truePeakDbtp()));
        }
        if (after.channels().size() == 1) {
            remarks.add("it is mono: players play it from both sides, 3.0 LU louder than a mono file measures. Ask for"
                    + " that much less loudness where it is to stand beside stereo files");
        }
        if (after.correlation() < OPPOSED) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "left and right work against each other (correlation %.2f); much of it disappears in mono",
                    after.correlation()));
        }
        if (Math.abs(after.dcOffset()) > 0.002) {
            remarks.add(String.format(
                    Locale.ROOT, "there is a DC offset of %.2f %% of full scale", after.dcOffset() * 100));
        }
        return remarks;
    }
}
