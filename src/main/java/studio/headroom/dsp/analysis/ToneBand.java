package studio.headroom.dsp.analysis;

/// The bands in which music is compared: whole third octaves ([ThirdOctaves]), five of them below 2 kHz, fewer above,
/// where ears tell them apart more finely.
public enum ToneBand {
    SUB("Sub", "Sub", 0, 5),
    BASS("Bass", "Bass", 5, 10),
    LOW_MIDS("Low mids", "Lo-mid", 10, 15),
    MIDS("Mids", "Mid", 15, 20),
    HIGH_MIDS("High mids", "Hi-mid", 20, 24),
    PRESENCE("Presence", "Pres", 24, 27),
    AIR("Air", "Air", 27, ThirdOctaves.BANDS);

    private final String label;
    private final String brief;
    private final int first;
    private final int end;

    ToneBand(String label, String brief, int first, int end) {
        this.label = label;
        this.brief = brief;
        this.first = first;
        this.end = end;
    }

    public String label() {
        return label;
    }

    /// The label where there is little room.
    public String brief() {
        return brief;
    }

    /// Lower edge in Hz: that of its lowest third octave.
    public double fromHz() {
        return ThirdOctaves.edge(first);
    }

    /// Upper edge in Hz.
    public double toHz() {
        return ThirdOctaves.edge(end);
    }

    /// Its lowest third octave.
    int first() {
        return first;
    }

    /// The third octave above it.
    int end() {
        return end;
    }

    /// `below 56 Hz`, `180–560 Hz`, `1.8–4.5 kHz`.
    public String range() {
        if (this == SUB) {
            return "below " + number(toHz()) + unit(toHz());
        }
        if (this == AIR) {
            return "above " + number(fromHz()) + unit(fromHz());
        }
        String from = number(fromHz()) + (unit(fromHz()).equals(unit(toHz())) ? "" : unit(fromHz()));
        return from + "–" + number(toHz()) + unit(toHz());
    }

    private static String unit(double hertz) {
        return hertz < 1000 ? " Hz" : " kHz";
    }

    /// To two digits.
    private static String number(double hertz) {
        if (hertz >= 1000) {
            return String.valueOf(Math.round(hertz / 100) / 10.0);
        }
        return String.valueOf(hertz < 100 ? Math.round(hertz) : 10 * Math.round(hertz / 10));
    }
}
