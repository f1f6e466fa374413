package studio.headroom.mastering.sight;

/// How far an effect turned down over the length of a print.
///
/// @param stepFrames frames of the print that each step stands for
/// @param db the deepest reduction in each step, in dB, 0 or more; not to be changed
public record Reduction(int stepFrames, float[] db) {
    /// The deepest of all, in dB, 0 or more.
    public double deepestDb() {
        float deepest = 0;
        for (float each : db) {
            deepest = Math.max(deepest, each);
        }
        return deepest;
    }

    /// The frame at which the step with the deepest reduction begins.
    public long deepestFrame() {
        int at = 0;
        for (int i = 1; i < db.length; i++) {
            if (db[i] > db[at]) {
                at = i;
            }
        }
        return (long) at * stepFrames;
    }
}
