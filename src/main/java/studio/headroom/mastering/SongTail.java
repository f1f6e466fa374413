package studio.headroom.mastering;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSink;

/// Writes the song as it comes, and what follows it only up to its last audible frame.
final class SongTail {
    private static final double AUDIBLE = Decibels.toGain(-96);

    private final List<? extends SampleSink> sinks;
    private final long certain;
    private final int rest;
    private final List<float[][][]> held = new ArrayList<>();
    private int heldFrames;
    private long seen;
    private long written;

    /// Ends a render early.
    static final class Over extends IOException {
        private static final long serialVersionUID = 1L;
    }

    SongTail(List<? extends SampleSink> sinks, long certain, int rest) {
        this.sinks = sinks;
        this.certain = certain;
        this.rest = rest;
    }

    long written() {
        return written;
    }

    void accept(float[][][] outputs, int offset, int frames) throws IOException {
        int sure = (int) Math.clamp(certain - seen, 0, frames);
        seen += frames;
        write(outputs, offset, sure);
        int after = frames - sure;
        if (after == 0) {
            return;
        }
        int audible = lastAudible(outputs[0], offset + sure, after);
        if (audible > 0) {
            for (float[][][] block : held) {
                write(block, 0, block[0][0].length);
            }
            held.clear();
            heldFrames = 0;
            write(outputs, offset + sure, audible);
        }
        if (audible < after) {
            held.add(copy(outputs, offset + sure + audible, after - audible));
            heldFrames += after - audible;
        }
        if (heldFrames > rest) {
            throw new Over();
        }
    }

    private void write(float[][][] outputs, int offset, int frames) throws IOException {
        if (frames > 0) {
            for (int i = 0; i < sinks.size(); i++) {
                sinks.get(i).write(outputs[i], offset, frames);
            }
            written += frames;
        }
    }

    /// How many frames there are up to the last one above silence.
    private static int lastAudible(float[][] mix, int offset, int frames) {
        for (int i = frames - 1; i >= 0; i--) {
            if (Math.abs(mix[0][offset + i]) > AUDIBLE || Math.abs(mix[1][offset + i]) > AUDIBLE) {
                return i + 1;
            }
        }
        return 0;
    }

    private static float[][][] copy(float[][][] outputs, int offset, int frames) {
        float[][][] copy = new float[outputs.length][2][frames];
        for (int o = 0; o < outputs.length; o++) {
            for (int c = 0; c < 2; c++) {
                System.arraycopy(outputs[o][c], offset, copy[o][c], 0, frames);
            }
        }
        return copy;
    }
}
