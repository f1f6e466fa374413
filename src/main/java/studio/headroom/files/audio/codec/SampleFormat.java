package studio.headroom.files.audio.codec;

import java.util.Arrays;
import java.util.Optional;

/// How one sample is stored. Full scale ±1.0 is ±2^(bits-1) in the integer formats;
/// +1.0 itself is clipped by one step. FLAC holds 20 bits as they are; in WAV and AIFF they lie at the top of 24, the
/// lowest four being 0.
public enum SampleFormat {
    INT8(8, false, "8-bit"),
    INT16(16, false, "16-bit"),
    INT20(20, false, "20-bit"),
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

    /// That a sample takes in WAV and AIFF.
    public int bytes() {
        return (bits + 7) / 8;
    }

    public boolean floating() {
        return floating;
    }

    /// Of command lines: "24", "32f".
    public String id() {
        return bits + (floating ? "f" : "");
    }

    public static Optional<SampleFormat> find(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /// For people: "24-bit", "32-bit float".
    public String label() {
        return label;
    }
}
