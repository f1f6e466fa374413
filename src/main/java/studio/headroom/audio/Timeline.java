package studio.headroom.audio;

/// The grid on which everything that moves is evaluated.
public final class Timeline {
    /// Frames of one sub-block. Automation, smoothing and control-rate work happen once per sub-block, and sub-blocks
    /// begin at multiples of this on the timeline, so that no device or bounce block size can change the sound.
    public static final int SUB_BLOCK = 64;

    private Timeline() {}

    /// The first frame of the sub-block that holds `frame`; also right for negative frames.
    public static long subBlockStart(long frame) {
        return Math.floorDiv(frame, SUB_BLOCK) * SUB_BLOCK;
    }
}
