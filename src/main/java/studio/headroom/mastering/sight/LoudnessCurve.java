package studio.headroom.mastering.sight;

/// Loudness over the length of a sound in steps of 0.1 s, in LUFS; silence is -∞. Not to be changed.
///
/// @param momentary of the 400 ms that end with each step
/// @param shortTerm of the 3 s that end with each step
/// @param integrated of all up to the end of each step, renewed every second
public record LoudnessCurve(float[] momentary, float[] shortTerm, float[] integrated) {
    public static final double STEP_SECONDS = 0.1;

    public int steps() {
        return momentary.length;
    }

    /// The step that a time lies in, inside of the sound where it has any.
    public int step(double seconds) {
        return Math.clamp((int) (seconds / STEP_SECONDS), 0, Math.max(0, steps() - 1));
    }
}
