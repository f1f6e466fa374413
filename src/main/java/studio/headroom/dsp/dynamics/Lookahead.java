package studio.headroom.dsp.dynamics;

import studio.headroom.concurrent.RealTime;

/// A delay of whole frames for one or two channels.
@RealTime
public final class Lookahead {
    private final float[][] rings;
    private int at;

    public Lookahead(int channels, int frames) {
        rings = new float[channels][frames];
    }

    public int frames() {
        return rings[0].length;
    }

    public void clear() {
        for (float[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                ring[i] = 0;
            }
        }
        at = 0;
    }

    public void process(float[][] io, int offset, int n) {
        int length = frames();
        if (length == 0) {
            return;
        }
        int done = 0;
        while (done < n) {
            int run = Math.min(n - done, length - at);
            for (int c = 0; c < rings.length; c++) {
                exchange(rings[c], at, io[c], offset + done, run);
            }
            done += run;
            at = at + run == length ? 0 : at + run;
        }
    }

    private static void exchange(float[] ring, int at, float[] io, int offset, int n) {
        for (int i = 0; i < n; i++) {
            float x = io[offset + i];
            io[offset + i] = ring[at + i];
            ring[at + i] = x;
        }
    }
}
