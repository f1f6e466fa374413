package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;

/// The DR value that catalogs of records give: how far the peaks stand above the loudest fifth of a program
/// (Algorithmix, *Measuring DR*, v1.3; Pleasurize Music Foundation, 2009).
///
/// Of each channel the root mean square and the highest sample of blocks of 3 s are taken, a full-scale sine counting
/// as
/// 0 dB in both. Its value is the second highest peak over the power mean of the loudest 20 % of the blocks, in dB;
/// that
/// of a program is the mean over its channels, without those that are silent. The last block may be shorter. Samples
/// that
/// are not numbers count as silence. Results do not depend on how the stream is cut. One thread at a time.
public final class DynamicRange {
    private static final double BLOCK_SECONDS = 3;
    /// At 44.1 kHz the method counts blocks of 132 480 frames, which is a little more than 3 s.
    private static final int CD_RATE = 44_100;

    private static final int CD_BLOCK = 132_480;
    /// The part of the blocks that counts as loud.
    private static final double LOUD = 0.2;

    private final int channels;
    private final int blockFrames;
    private final double[] squares;
    private final float[] peaks;
    private double[][] powers;
    private float[][] tops;
    private int blocks;
    private int inBlock;

    public DynamicRange(AudioFormat format) {
        channels = format.channels();
        blockFrames = format.sampleRate() == CD_RATE ? CD_BLOCK : (int) (BLOCK_SECONDS * format.sampleRate());
        squares = new double[channels];
        peaks = new float[channels];
        powers = new double[channels][64];
        tops = new float[channels][64];
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int now = Math.min(end - at, blockFrames - inBlock);
            for (int channel = 0; channel < channels; channel++) {
                add(in[channel], at, now, channel);
            }
            at += now;
            inBlock += now;
            if (inBlock == blockFrames) {
                endBlock();
            }
        }
    }

    private void add(float[] in, int from, int count, int channel) {
        double total = squares[channel];
        float peak = peaks[channel];
        for (int i = from; i < from + count; i++) {
            float x = Math.abs(in[i]);
            if (x <= Float.MAX_VALUE) {
                total += (double) x * x;
                peak = Math.max(peak, x);
            }
        }
        squares[channel] = total;
        peaks[channel] = peak;
    }

    private void endBlock() {
        for (int channel = 0; channel < channels; channel++) {
            if (blocks == powers[channel].length) {
                powers[channel] = Arrays.copyOf(powers[channel], 2 * blocks);
                tops[channel] = Arrays.copyOf(tops[channel], 2 * blocks);
            }
            powers[channel][blocks] = 2 * squares[channel] / inBlock;
            tops[channel][blocks] = peaks[channel];
            squares[channel] = 0;
            peaks[channel] = 0;
        }
        blocks++;
        inBlock = 0;
    }

    /// Ends the program. Nothing may be processed after this.
    ///
    /// @return in dB, not rounded; 0 for silence
    public double finish() {
        if (inBlock > 0) {
            endBlock();
        }
        double sum = 0;
        int heard = 0;
        for (int channel = 0; channel < channels; channel++) {
            double value = of(channel);
            if (Double.isFinite(value)) {
                sum += value;
                heard++;
            }
        }
        return heard == 0 ? 0 : sum / heard;
    }

    private double of(int channel) {
        if (blocks == 0) {
            return Double.NaN;
        }
        double[] loudest = Arrays.copyOf(powers[channel], blocks);
        float[] highest = Arrays.copyOf(tops[channel], blocks);
        Arrays.sort(loudest);
        Arrays.sort(highest);
        int loud = Math.max(1, (int) (LOUD * blocks));
        double mean = 0;
        for (int i = blocks - loud; i < blocks; i++) {
            mean += loudest[i] / loud;
        }
        return Decibels.fromGain(highest[Math.max(0, blocks - 2)]) - Decibels.fromPower(mean);
    }
}
