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

    public FlatTops(int channels) {
        run = new int[channels];
        last = new float[channels];
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int frames) {
        for (int channel = 0; channel < run.length; channel++) {
            float[] row = in[channel];
            int length = run[channel];
            float before = last[channel];
            for (int i = offset; i < offset + frames; i++) {
                float sample = row[i];
                length = sample == before ? length + 1 : 1;
                before = sample;
                double size = Math.abs(sample);
                if (size > highest) {
                    if (size > highest * HIGHER) {
                        count = 0;
                    }
                    highest = size;
                }
                if (length == SHORTEST && size > 0 && size >= NEAR * highest) {
                    if (size > level * HIGHER) {
                        count = 0;
                    }
                    level = Math.max(level, size);
                    count++;
                }
            }
            run[channel] = length;
            last[channel] = before;
        }
    }

    /// How many there are in all channels.
    public long count() {
        return level >= NEAR * highest ? count : 0;
    }

    /// Where they were cut off, in dBFS; -∞ where there are none.
    public double levelDbfs() {
        return count() == 0 ? Double.NEGATIVE_INFINITY : Decibels.fromGain(level);
    }
}
