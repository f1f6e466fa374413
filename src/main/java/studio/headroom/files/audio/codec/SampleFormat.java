package studio.headroom.files.audio.codec;

/// How one sample is stored. Full scale ±1.0 is ±2^(bits-1) in the integer formats;
/// +1.0 itself is clipped by one step.
public enum SampleFormat {
    INT8(8, false, "8-bit"),
    INT16(16, false, "16-bit"),
    INT24(24, false, "24-bit"),
    INT32(32, false, "32-bit"),
    FLOAT32(32, true, "32-bit float"),
    FLOAT64(64, true, "64-bit float");

    private final int bits;
    private final boolean floating;
    private final String label;

    SampleFormat(int bits, boolean floating, String label) {
        this.bits = bits;
        this.floating = floating;
        this.label = label;
    }

    public int bits() {
        return bits;
    }

    public int bytes() {
        return bits / 8;
    }

    public boolean floating() {
        return floating;
    }

    /// For people: "24-bit", "32-bit float".
    public String label() {
        return label;
    }
}
