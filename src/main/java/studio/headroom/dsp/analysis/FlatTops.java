package studio.headroom.dsp.analysis;

import studio.headroom.audio.Decibels;

/// Finds peaks that were cut off flat, at full scale or at any other level: four or more equal samples in a row within
/// 0.2 dB of the highest of the program. A wave that was not clipped bends there. One thread.
public final class FlatTops {
    private static final int SHORTEST = 4;
    private static final double NEAR = 0.977;
    private static final double HIGHER = 1.023;

    private final int[] run;
    private final float[] last;
    private double highest;
    private long count;
    private double level;
    private long first;
    private long frames;

    public FlatTops(int channels) {
        run = new int[channels];
        last = new float[channels];
    }

    /// Takes in `length` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int length) {
        for (int channel = 0; channel < run.length; channel++) {
            float[] row = in[channel];
            int same = run[channel];
            float before = last[channel];
            for (int i = offset; i < offset + length; i++) {
                float sample = row[i];
                same = sample == before ? same + 1 : 1;
                before = sample;
                double size = Math.abs(sample);
                if (size > highest) {
                    if (size > highest * HIGHER) {
                        count = 0;
                    }
                    highest = size;
                }
                if (same == SHORTEST && size > 0 && size >= NEAR * highest) {
                    if (size > level * HIGHER) {
                        count = 0;
                    }
                    level = Math.max(level, size);
                    long begin = Math.max(0, frames + i - offset - (SHORTEST - 1));
                    first = count++ == 0 ? begin : Math.min(first, begin);
                }
            }
            run[channel] = same;
            last[channel] = before;
        }
        frames += length;
    }

    /// How many there are in all channels.
    public long count() {
        return level >= NEAR * highest ? count : 0;
    }

    /// The frame at which the first of them begins; 0 where there are none.
    public long firstFrame() {
        return count() == 0 ? 0 : first;
    }

    /// Where they were cut off, in dBFS; -∞ where there are none.
    public double levelDbfs() {
        return count() == 0 ? Double.NEGATIVE_INFINITY : Decibels.fromGain(level);
    }
}
