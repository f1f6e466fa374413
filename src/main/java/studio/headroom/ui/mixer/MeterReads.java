package studio.headroom.ui.mixer;

/// What the bars of strips show.
public enum MeterReads {
    /// The mean as the body, the peak above it.
    BOTH("Peak + RMS", "The mean as the bright body, the peak dim above it"),
    PEAK("Peak", "What clips"),
    RMS("RMS", "The mean of 300 ms: how loud it roughly is"),
    /// Mean levels as Bob Katz reads them: a sine reads its peak, and 0 lies 20, 14 or 12 dB below full scale.
    K20("K-20", "The mean around −20 dB, for music with a wide range"),
    K14("K-14", "The mean around −14 dB, for most pop"),
    K12("K-12", "The mean around −12 dB, for broadcast"),
    LOUDNESS("Loudness", "LUFS: the last 3 s as the body, the last 400 ms above it");

    private final String words;
    private final String explanation;

    MeterReads(String words, String explanation) {
        this.words = words;
        this.explanation = explanation;
    }

    public String words() {
        return words;
    }

    public String explanation() {
        return explanation;
    }

    /// The level in dB that counts as 0, or NaN where full scale does.
    double reference() {
        return switch (this) {
            case K20 -> -20;
            case K14 -> -14;
            case K12 -> -12;
            case BOTH, PEAK, RMS, LOUDNESS -> Double.NaN;
        };
    }
}
