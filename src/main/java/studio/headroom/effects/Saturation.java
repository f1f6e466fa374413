package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.BandSplitter;
import studio.headroom.dsp.oversampling.Oversampler;
import studio.headroom.dsp.saturation.Curve;

/// Bends a signal softly or hard, without aliases.
///
/// Signal flow: a copy of the input takes [CurvePaths]; the input waits as long and joins it by `mix`. The first 3 dB
/// of
/// drive fade the paths in, so that no drive is no change. At mix 0 or drive 0 the output is the input to the bit. It
/// can be on a part of a stereo sound alone ([StereoPart]).
///
/// In bands, [BandSplitter] comes before that and after it, and each band has its own paths, drive and mix. What is not
/// bent comes out through the crossovers' all-passes: flat, but not bit for bit. On a part of a stereo sound the other
/// part passes the crossovers as well, so that they stay in phase.
///
/// Oversampling is counted at 44.1 and 48 kHz; at twice the rate half of it reaches as high. Sharp curves take
/// twice as much as is set.
final class Saturation extends ControlRateEffect {
    private static final double DRIVE_FADE_DB = 3;

    static final EffectType TYPE = new EffectType(
            "saturation",
            "Saturation",
            "Adds the warmth and density of tape, tubes, transformers and clippers.",
            SaturationParams.ALL,
            false,
            false,
            false,
            Saturation::new);

    private static final int DRIVE = SaturationParams.I_DRIVE;
    private static final int MIX = SaturationParams.I_MIX;
    private static final int OUTPUT = SaturationParams.I_OUTPUT;
    private static final Curve[] CURVES = Curve.values();

    /// Of each band, or one of all.
    private CurvePaths[] paths = {};

    private int bands = 1;
    private BandSplitter splitter = new BandSplitter(48_000, 2, 1);
    private int latency;
    private StereoPart side = new StereoPart(0, 1);
    private final float[] change = new float[Timeline.SUB_BLOCK];
    /// Of each band and channel, what waits for the paths.
    private float[][][] dry = {};

    private final float[][] one = new float[1][];

    private Saturation() {
        super(SaturationParams.ALL);
    }

    @Override
    public int latency() {
        return latency;
    }

    @Override
    public long tail() {
        // The DC filter's 5 Hz.
        return (long) (0.35 * sampleRate()) + latency;
    }

    @Override
    void allocate() {
        int rate = sampleRate();
        int quality = 4 << (int) to(SaturationParams.I_QUALITY);
        int gentle = Math.max(2, rate >= 176_400 ? quality / 4 : rate >= 88_200 ? quality / 2 : quality);
        int sharp = Math.min(16, 2 * gentle);
        side = new StereoPart(to(SaturationParams.I_CHANNELS), channels());
        bands = 1 + (int) to(SaturationParams.I_BANDS);
        splitter = new BandSplitter(rate, Math.max(2, bands), channels());
        int worked = side.worked(channels());
        latency = new Oversampler(rate, sharp, worked).latency();
        paths = new CurvePaths[bands];
        for (int b = 0; b < bands; b++) {
            paths[b] = new CurvePaths(rate, worked, gentle, sharp, latency);
        }
        dry = new float[bands][channels()][latency + Timeline.SUB_BLOCK];
    }

    @Override
    @RealTime
    void clear() {
        Curve curve = CURVES[(int) to(SaturationParams.I_CURVE)];
        splitter.clear();
        for (int b = 0; b < bands; b++) {
            paths[b].clear(curve);
            for (float[] row : dry[b]) {
                Arrays.fill(row, 0f);
            }
        }
    }

    @Override
    @RealTime
    void update() {
        double hertz = 0;
        for (int i = 0; i < bands - 1; i++) {
            hertz = Math.max(hertz, to(SaturationParams.I_CROSSOVER + i));
            splitter.setCrossover(i, hertz);
        }
    }

    @RealTime
    private void beginSubBlock() {
        for (int b = 0; b < bands; b++) {
            paths[b].aim(
                    CURVES[(int) to(SaturationParams.I_CURVE)],
                    drive(b, to(DRIVE), to(at(b))),
                    to(SaturationParams.I_BIAS) * 0.01,
                    to(SaturationParams.I_EMPHASIS),
                    to(SaturationParams.I_AUTO));
        }
    }

    /// The index of a band's first control.
    @RealTime
    private static int at(int band) {
        return SaturationParams.I_BAND + band * SaturationParams.CONTROLS;
    }

    @RealTime
    private double drive(int band, double all, double own) {
        return bands == 1 ? all : SaturationParams.drive(all, own);
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        if (side.isAbsent()) {
            delay(0, io, offset, frames);
            return;
        }
        if (bands == 1) {
            bend(0, io, offset, frames);
            return;
        }
        splitter.split(io, offset, frames);
        for (int b = 0; b < bands; b++) {
            bend(b, splitter.band(b), 0, frames);
        }
        splitter.join(io, offset, frames);
        if (phase() + frames == Timeline.SUB_BLOCK) {
            splitter.flush();
        }
    }

    /// Sends a run of a band, or of all of the sound, through its paths.
    @RealTime
    private void bend(int band, float[][] io, int offset, int frames) {
        boolean part = side.isPart();
        float[] wet =
                paths[band].process(part ? side.take(io, offset, frames) : io, part ? 0 : offset, frames, phase());
        delay(band, io, offset, frames);
        if (part) {
            // What the curve, the mix and the output gain make of the part takes its place.
            System.arraycopy(side.take(io, offset, frames)[0], 0, change, 0, frames);
            one[0] = change;
            join(band, wet, one, 0, frames);
            side.replace(io, offset, frames, change);
        } else {
            join(band, wet, io, offset, frames);
        }
    }

    /// Makes the input as late as the paths are.
    @RealTime
    private void delay(int band, float[][] io, int offset, int frames) {
        for (int c = 0; c < channels(); c++) {
            float[] late = dry[band][c];
            System.arraycopy(io[c], offset, late, latency, frames);
            System.arraycopy(late, 0, io[c], offset, frames);
            System.arraycopy(late, frames, late, 0, latency);
        }
    }

    /// Mixes what comes from the paths into the late input, and sets the level of both.
    @RealTime
    private void join(int band, float[] wet, float[][] io, int offset, int frames) {
        double amount = amount(band, from(DRIVE), from(at(band)), from(MIX), from(at(band) + 1));
        double to = amount(band, to(DRIVE), to(at(band)), to(MIX), to(at(band) + 1));
        double amountStep = (to - amount) / Timeline.SUB_BLOCK;
        double gain = Decibels.toGain(from(OUTPUT));
        double gainStep = (Decibels.toGain(to(OUTPUT)) - gain) / Timeline.SUB_BLOCK;
        int stride = side.worked(channels());
        for (int c = 0; c < stride; c++) {
            join(wet, c, stride, io[c], offset, frames, amount, amountStep, gain, gainStep);
        }
    }

    @RealTime
    private void join(
            float[] wet,
            int channel,
            int stride,
            float[] row,
            int offset,
            int frames,
            double amount,
            double amountStep,
            double gain,
            double gainStep) {
        if (amount == 1.0 && amountStep == 0.0 && gainStep == 0.0) {
            for (int i = 0; i < frames; i++) {
                row[offset + i] = (float) (wet[i * stride + channel] * gain);
            }
            return;
        }
        int first = phase() + 1;
        for (int i = 0; i < frames; i++) {
            double x = row[offset + i];
            double mixed = x + (amount + amountStep * (first + i)) * (wet[i * stride + channel] - x);
            row[offset + i] = (float) (mixed * (gain + gainStep * (first + i)));
        }
    }

    @RealTime
    private double amount(int band, double drive, double bandDrive, double mix, double bandMix) {
        return bands == 1 ? amount(drive, mix) : amount(SaturationParams.drive(drive, bandDrive), mix * bandMix * 0.01);
    }

    /// How much of the output has been through the curve, 0 to 1.
    @RealTime
    static double amount(double drive, double mix) {
        return Math.min(1.0, drive / DRIVE_FADE_DB) * mix * 0.01;
    }
}
