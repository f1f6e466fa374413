package studio.headroom.dsp.reverb;

import studio.headroom.concurrent.RealTime;

/// When and how strongly each of two loudspeakers arrives at each of two microphones by way of walls.
///
/// `delayMs[2 * from + to][k]` after the direct sound, `gain` alike. The gains have an energy of 1 for each microphone.
@RealTime
record ReflectionPattern(double[][] delayMs, double[][] gain) {
    /// Taps from each loudspeaker to the microphone before it; a multiple of 4.
    static final int NEAR = 8;

    /// Taps from each loudspeaker to the other microphone.
    static final int FAR = 4;

    static int taps(int path) {
        return path == 0 || path == 3 ? NEAR : FAR;
    }

    /// The latest arrival of all, in ms.
    double lastMs() {
        double last = 0;
        for (double[] path : delayMs) {
            for (double delay : path) {
                last = Math.max(last, delay);
            }
        }
        return last;
    }
}
