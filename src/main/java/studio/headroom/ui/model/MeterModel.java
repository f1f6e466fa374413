package studio.headroom.ui.model;

import studio.headroom.audio.Decibels;

/// What a strip's meter shows: two bars, the highest peak and the latched clip. One thread.
public final class MeterModel {
    private final MeterSource source;
    private final MeterBallistics[] sides = {new MeterBallistics(), new MeterBallistics()};
    private final double[] rms = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    /// What the source still said when it was last asked to start anew; it does so only when sound arrives.
    private double clearedHighest = Double.NaN;

    private double clearedClipped = Double.NaN;

    private double highest = Double.NEGATIVE_INFINITY;
    private boolean clipped;

    public MeterModel(MeterSource source) {
        this.source = source;
    }

    /// How fast its bars fall from now on, in dB a second, above 0.
    public void setFall(double dbPerSecond) {
        for (MeterBallistics side : sides) {
            side.setFall(dbPerSecond);
        }
    }

    /// The level that counts as 0 on the source's scale, in dB below full scale, from which zones are told; NaN where
    /// they are fixed.
    public double reference() {
        return source.reference();
    }

    /// Takes in what the source says.
    ///
    /// @param seconds since the last call
    public void advance(double seconds) {
        for (int side = 0; side < 2; side++) {
            sides[side].advance(Decibels.fromGain(source.peak(side)), seconds);
            rms[side] = Decibels.fromGain(source.rms(side));
        }
        double peak = source.highest();
        double clips = source.clipped();
        if (peak != clearedHighest || clips != clearedClipped) {
            clearedHighest = Double.NaN;
            highest = Decibels.fromGain(peak);
            clipped = clips > 0;
        }
    }

    /// The peak bar in dB.
    public double bar(int side) {
        return sides[side].bar();
    }

    public double hold(int side) {
        return sides[side].hold();
    }

    public double rms(int side) {
        return rms[side];
    }

    /// The highest peak since it was cleared, in dB; -∞ for none.
    public double highest() {
        return highest;
    }

    /// Stays until cleared.
    public boolean clipped() {
        return clipped;
    }

    /// As [#clipped()], asked of the source, for a meter that is in no window and does not advance.
    public boolean hasClipped() {
        double clips = source.clipped();
        return clips > 0 && clips != clearedClipped;
    }

    /// Forgets highest peak and clip, also while nothing plays.
    public void clear() {
        clearedHighest = source.highest();
        clearedClipped = source.clipped();
        source.resetHeld();
        highest = Double.NEGATIVE_INFINITY;
        clipped = false;
    }

    /// For the ear: "peak minus 6.2 decibels, clipped".
    public String spoken() {
        String level = highest <= -100 ? "silent" : "peak " + ValueText.spoken(ValueText.level(highest) + " dB");
        return clipped ? level + ", clipped" : level;
    }
}
