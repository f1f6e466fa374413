package studio.headroom.mastering.check;

import java.util.Locale;

/// What can be found, and what to do about it. The order is the one of reports whose findings matter alike.
public enum FindingKind {
    NO_SOUND("no sound", "", "Look whether the right tracks were soloed or muted, and export again."),
    NOT_NUMBERS(
            "samples that are not numbers",
            "samples",
            "Bypass the effects one by one until it goes away, update or replace that one, and export again."),
    CLIPPED(
            "clipping",
            "samples",
            "Turn the mix down before the export, or the limiter's ceiling, and export again; lowering this file keeps"
                    + " the damage."),
    FLAT_TOPS(
            "peaks cut off below full scale",
            "samples",
            "Look for a track, plug-in or recording that is too hot, mend it there, and export again."),
    OVER_CEILING(
            "peaks above the ceiling",
            "dBTP",
            "Set the limiter to this ceiling, with true-peak detection, or turn the file down."),
    OVER_FULL_SCALE(
            "peaks between samples above full scale",
            "dBTP",
            "Use a true-peak limiter at -1 dBTP, or turn the file down."),
    DROPOUT("dropout", "ms", "Export again; if it is in a recording, cut and cross-fade over it or take another take."),
    CLICK("click", "dB", "Listen there. Cross-fade the edit that causes it, or cut it out and fade."),
    CUT_START("cut start", "dBFS", "Let the export begin a little earlier, or fade in over 5 ms."),
    CUT_TAIL("cut tail", "dBFS", "Let the export go on until the last sound has rung out, or fade out."),
    MONO_LOSS(
            "lost in mono",
            "dB",
            "Listen in mono. Look for wideners, doubled tracks and microphones whose polarity or delay is off."),
    LOW_END_PHASE("low end out of phase", "dB", "Make the low end mono below 120 Hz, or flip one side's polarity."),
    IMBALANCE("one side louder", "dB", "Look at pans and faders; if it is meant so, let it be."),
    DC_OFFSET("DC offset", "%", "A low cut at 20 Hz takes it away."),
    TOO_HOT(
            "squashed",
            "dB",
            "Ask limiters and clippers for less. Before mastering, bypass those on the master strip."),
    LIMITED(
            "limited already",
            "peaks",
            "If it is still to be mastered, bypass the limiter and export again with room above the peaks."),
    LOSSY(
            "from a lossy file",
            "kHz",
            "Find the original, uncompressed file; what MP3 or AAC took away does not come back."),
    UPSAMPLED("converted up", "kHz", "Use the original; the higher rate holds nothing more."),
    PADDED_BITS(
            "fewer bits than the file could hold",
            "bit",
            "Export the mix again at 24 bits or as 32-bit float, or keep it as the smaller file."),
    NOISE("noise floor", "dBFS", "Find the noisy track and gate it, or cut its pauses."),
    HUM("mains hum", "dBFS", "Notch the hum out of the track that has it; look at cables and grounds."),
    GAP("digital silence in between", "s", "If it is meant so, let it be. Else look for missing clips or files."),
    LONG_HEAD("long silence before", "s", "Trim the beginning."),
    LONG_TAIL("long silence after", "s", "Trim the end."),
    SHORT_HEAD("no room before the first sound", "ms", "Leave 20 ms or more before it."),
    SHORT_TAIL("no room after the last sound", "ms", "Leave 100 ms or more after it."),
    DENORMALS(
            "numbers too small to hear",
            "samples",
            "Export as 24 bits, or look for an effect that rings on without end.");

    private final String title;
    private final String unit;
    private final String advice;

    FindingKind(String title, String unit, String advice) {
        this.title = title;
        this.unit = unit;
        this.advice = advice;
    }

    /// As JSON names it, such as `over-full-scale`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In a few plain words.
    public String title() {
        return title;
    }

    /// Of value and limit; empty where there is nothing to measure.
    public String unit() {
        return unit;
    }

    /// What to do about it.
    public String advice() {
        return advice;
    }
}
