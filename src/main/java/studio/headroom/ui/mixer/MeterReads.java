package studio.headroom.ui.mixer;

/// What the bars of strips show, all after the fader.
public enum MeterReads {
    /// The mean as the body, the peak above it.
    BOTH("Peak + RMS, post"),
    PEAK("Peak, post"),
    RMS("RMS, post");

    private final String words;

    MeterReads(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
