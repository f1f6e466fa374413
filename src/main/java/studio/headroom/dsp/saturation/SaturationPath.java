package studio.headroom.dsp.saturation;

import java.util.Arrays;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.oversampling.Oversampler;

/// One way through a saturation curve or a [Hysteresis]: emphasis and drive → up → curve → down → the emphasis taken
/// back and make-up
/// → no direct current. All channels share the settings and go through interleaved.
///
/// Settings are given once per sub-block of [Timeline#SUB_BLOCK] frames; gains and bias go there in straight lines.
@RealTime
public final class SaturationPath {
    private static final int BLOCK = Timeline.SUB_BLOCK;
    private static final double PIVOT_HERTZ = 1000;
    private static final double DC_HERTZ = 5;
    /// Peak level whose loudness the automatic make-up keeps: -12 dBFS.
    private static final float REFERENCE = 0.25f;

    private final int channels;
    private final Oversampler oversampler;
    private final Tilt[] before;
    private final Tilt[] after;
    private final double[] direct;
    private final double dcPole;
    private final float[] waiting;
    private final int wait;
    private final double warp;
    private final Hysteresis tape;

    private Curve curve = Curve.SOFT;
    private boolean arrived;
    private double drive = 1;
    private double driveTo = 1;
    private double makeUp = 1;
    private double makeUpTo = 1;
    private double bias;
    private double biasTo;
    private double tilt = 1;
    /// What the last settings were, since they rarely change and cost more than many a block's sound.
    private double driveDb;

    private double asymmetry;
    private double tiltDb;
    private double level;

    /// Whether the lines hold the bias of a sub-block in which it stands still.
    private boolean steady;
    /// For each sample of a run, as interleaved as the signal.
    private final float[] biasLine;

    private final float[] offsetLine;

    /// @param factor of oversampling
    /// @param latency frames it shall take, at least those of the oversampling
    public SaturationPath(int sampleRate, int channels, int factor, int latency) {
        this.channels = channels;
        oversampler = new Oversampler(sampleRate, factor, channels);
        before = new Tilt[channels];
        after = new Tilt[channels];
        for (int c = 0; c < channels; c++) {
            before[c] = new Tilt();
            after[c] = new Tilt();
        }
        direct = new double[channels];
        dcPole = 1.0 - Math.exp(-2.0 * Math.PI * DC_HERTZ / sampleRate);
        wait = (latency - oversampler.latency()) * channels;
        waiting = new float[wait + BLOCK * channels];
        biasLine = new float[BLOCK * channels];
        offsetLine = new float[BLOCK * channels];
        tape = new Hysteresis(channels, (double) sampleRate * factor);
        warp = Math.tan(Math.PI * Math.min(0.4, PIVOT_HERTZ / sampleRate));
    }

    /// Empties all memories and takes another curve; the next settings are reached at once.
    public void restart(Curve next) {
        curve = next;
        arrived = false;
        steady = false;
        oversampler.clear();
        tape.clear();
        for (int c = 0; c < channels; c++) {
            before[c].clear();
            after[c].clear();
        }
        Arrays.fill(waiting, 0f);
        Arrays.fill(direct, 0.0);
    }

    public Curve curve() {
        return curve;
    }

    /// Sets where the coming sub-block goes. To be called at the beginning of each.
    ///
    /// @param driveDb gain before the curve
    /// @param asymmetry -1 to 1
    /// @param tiltDb emphasis of treble before the curve, taken back after it
    /// @param level 1 when the make-up keeps a signal of -12 dBFS at its level, 0 when it does not
    public void aim(double driveDb, double asymmetry, double tiltDb, double level) {
        drive = driveTo;
        makeUp = makeUpTo;
        bias = biasTo;
        tidy();
        boolean settled = !arrived;
        if (settled
                || driveDb != this.driveDb
                || asymmetry != this.asymmetry
                || tiltDb != this.tiltDb
                || level != this.level) {
            this.driveDb = driveDb;
            this.asymmetry = asymmetry;
            this.tiltDb = tiltDb;
            this.level = level;
            retarget();
        }
        if (settled) {
            arrived = true;
            drive = driveTo;
            makeUp = makeUpTo;
            bias = biasTo;
        }
        if (bias == biasTo && !steady) {
            steady = true;
            Arrays.fill(biasLine, (float) bias);
            Arrays.fill(offsetLine, curve.at((float) bias));
        }
        for (int c = 0; c < channels; c++) {
            before[c].aim(tilt, warp, settled);
            after[c].aim(1.0 / tilt, warp, settled);
        }
    }

    private void retarget() {
        // A curve's own emphasis only takes drive away, so that what is emphasized does not alias more than the rest.
        double reserve = Decibels.toGain(Math.abs(curve.ownEmphasisDb()));
        driveTo = Decibels.toGain(driveDb) / reserve;
        biasTo = curve.ownBias() + 0.6 * asymmetry;
        makeUpTo = makeUpFor(curve, driveTo, reserve, (float) biasTo, level);
        tilt = Decibels.toGain(tiltDb + curve.ownEmphasisDb());
    }

    /// The gain behind the curve.
    ///
    /// @param gain before the curve, lessened by `reserve`
    /// @param at the bias
    static double makeUpFor(Curve curve, double gain, double reserve, float at, double level) {
        float rest = curve.at(at);
        float slope = curve.slope(at);
        // Both halves of a wave, since the curve may treat them differently.
        float up = curve.at(at + (float) gain * REFERENCE) - rest;
        float down = rest - curve.at(at - (float) gain * REFERENCE);
        double plain = reserve / slope;
        return plain + level * (2.0 * REFERENCE / (up + down) - plain);
    }

    /// Sends a run of samples through.
    ///
    /// @param in the channels' rows
    /// @param offset where in the rows the run begins
    /// @param out set to what comes out, interleaved
    /// @param frames at most a sub-block
    /// @param phase the place of the run in the sub-block
    public void process(float[][] in, int offset, float[] out, int frames, int phase) {
        interleave(in, offset, out, frames);
        begin(out, frames, phase);
        if (bias != biasTo) {
            moveBias(frames, phase);
        }
        oversampler.up(out, frames);
        bend(oversampler.planes(), frames * channels);
        oversampler.down(out, frames);
        if (channels == 2 && !after[0].isMoving()) {
            finishPair(out, frames, phase);
        } else {
            for (int c = 0; c < channels; c++) {
                finish(c, out, frames, phase);
            }
        }
        delay(out, frames * channels);
    }

    private void bend(float[][] planes, int count) {
        if (curve == Curve.HYSTERESIS) {
            tape.process(planes, biasLine, offsetLine, count);
            return;
        }
        for (float[] plane : planes) {
            curve.bend(plane, biasLine, offsetLine, count);
        }
    }

    private void interleave(float[][] in, int offset, float[] out, int frames) {
        if (channels == 2) {
            float[] left = in[0];
            float[] right = in[1];
            for (int i = 0; i < frames; i++) {
                out[2 * i] = left[offset + i];
                out[2 * i + 1] = right[offset + i];
            }
            return;
        }
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < frames; i++) {
                out[i * channels + c] = in[c][offset + i];
            }
        }
    }

    /// Emphasis and drive.
    private void begin(float[] x, int frames, int phase) {
        for (int c = 0; c < channels; c++) {
            before[c].process(x, c, channels, frames, phase);
        }
        double gain = drive;
        double step = (driveTo - drive) / BLOCK;
        if (step == 0) {
            scale(x, (float) gain, frames * channels);
            return;
        }
        for (int i = 0, at = 0; i < frames; i++) {
            float now = (float) (gain + step * (phase + 1 + i));
            for (int c = 0; c < channels; c++) {
                x[at++] *= now;
            }
        }
    }

    private static void scale(float[] x, float gain, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= gain;
        }
    }

    private void moveBias(int frames, int phase) {
        steady = false;
        double step = (biasTo - bias) / BLOCK;
        for (int i = 0; i < frames; i++) {
            float at = (float) (bias + step * (phase + 1 + i));
            float rest = curve.at(at);
            for (int c = 0; c < channels; c++) {
                biasLine[i * channels + c] = at;
                offsetLine[i * channels + c] = rest;
            }
        }
    }

    /// Emphasis taken back, make-up and direct current taken out, in one loop because each waits for its own last
    /// frame.
    private void finish(int channel, float[] x, int frames, int phase) {
        Tilt tilt = after[channel];
        boolean moving = tilt.isMoving();
        double gain = makeUp;
        double step = (makeUpTo - makeUp) / BLOCK;
        double through = moving ? 1.0 : tilt.b0;
        double feed = moving ? 0.0 : tilt.feed();
        double back = moving ? 0.0 : tilt.a1;
        double tilted = moving ? 0.0 : tilt.state;
        double pole = dcPole;
        double keep = 1.0 - dcPole;
        double dc = direct[channel];
        if (moving) {
            tilt.process(x, channel, channels, frames, phase);
        }
        for (int i = 0, at = channel; i < frames; i++, at += channels) {
            double in = x[at];
            double out = (through * in + tilted) * (gain + step * (phase + 1 + i));
            tilted = feed * in - back * tilted;
            dc = keep * dc + pole * out;
            x[at] = (float) (out - dc);
        }
        direct[channel] = dc;
        if (!moving) {
            tilt.state = tilted;
        }
    }

    /// The same for two channels whose emphasis stands still: while one waits, the other goes on.
    private void finishPair(float[] x, int frames, int phase) {
        Tilt left = after[0];
        Tilt right = after[1];
        double gain = makeUp;
        double step = (makeUpTo - makeUp) / BLOCK;
        double through = left.b0;
        double feed = left.feed();
        double back = left.a1;
        double pole = dcPole;
        double keep = 1.0 - dcPole;
        double tiltedLeft = left.state;
        double tiltedRight = right.state;
        double dcLeft = direct[0];
        double dcRight = direct[1];
        for (int i = 0; i < frames; i++) {
            double now = gain + step * (phase + 1 + i);
            double a = x[2 * i];
            double b = x[2 * i + 1];
            double outLeft = (through * a + tiltedLeft) * now;
            double outRight = (through * b + tiltedRight) * now;
            tiltedLeft = feed * a - back * tiltedLeft;
            tiltedRight = feed * b - back * tiltedRight;
            dcLeft = keep * dcLeft + pole * outLeft;
            dcRight = keep * dcRight + pole * outRight;
            x[2 * i] = (float) (outLeft - dcLeft);
            x[2 * i + 1] = (float) (outRight - dcRight);
        }
        left.state = tiltedLeft;
        right.state = tiltedRight;
        direct[0] = dcLeft;
        direct[1] = dcRight;
    }

    private void delay(float[] x, int count) {
        if (wait > 0) {
            System.arraycopy(x, 0, waiting, wait, count);
            System.arraycopy(waiting, 0, x, 0, count);
            System.arraycopy(waiting, count, waiting, 0, wait);
        }
    }

    private void tidy() {
        tape.tidy();
        for (int c = 0; c < channels; c++) {
            if (!(Math.abs(direct[c]) > 1e-15 && Math.abs(direct[c]) < 1e40)) {
                direct[c] = 0;
            }
            before[c].tidy();
            after[c].tidy();
        }
    }

    /// A shelf that lifts above a frequency by as much as it lowers below: (s·g + w) / (s + w·g). With 1/g it is
    /// its own inverse.
    @RealTime
    private static final class Tilt {
        private double gain = 1;
        private double b0 = 1;
        private double b1;
        private double a1;
        private double b0Step;
        private double b1Step;
        private double a1Step;
        private double state;

        /// Coefficients go straight to their place within a sub-block: the way back comes later than the way there,
        /// and what steps in one would stand out until the other has stepped too.
        void aim(double next, double warp, boolean atOnce) {
            b0 += BLOCK * b0Step;
            b1 += BLOCK * b1Step;
            a1 += BLOCK * a1Step;
            b0Step = b1Step = a1Step = 0;
            if (next == gain && !atOnce) {
                return;
            }
            gain = next;
            double scale = 1.0 / (1.0 + warp * next);
            double part = atOnce ? 1.0 : 1.0 / BLOCK;
            b0Step = ((next + warp) * scale - b0) * part;
            b1Step = ((warp - next) * scale - b1) * part;
            a1Step = ((warp * next - 1.0) * scale - a1) * part;
            if (atOnce) {
                b0 += b0Step;
                b1 += b1Step;
                a1 += a1Step;
                b0Step = b1Step = a1Step = 0;
            }
        }

        void clear() {
            state = 0;
        }

        boolean isMoving() {
            return a1Step != 0;
        }

        /// What the state takes of the input: with the output put in, the state waits for two operations only.
        double feed() {
            return b1 - a1 * b0;
        }

        /// Goes through every `stride`th sample, from the one at `first` on.
        void process(float[] x, int first, int stride, int frames, int phase) {
            double s = state;
            boolean moving = isMoving();
            if (!moving && gain == 1.0 && s == 0) {
                return;
            }
            double d0 = b0;
            double d1 = b1;
            double c1 = a1;
            if (moving) {
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    int n = phase + 1 + i;
                    double in = x[at];
                    double out = (d0 + n * b0Step) * in + s;
                    s = (d1 + n * b1Step) * in - (c1 + n * a1Step) * out;
                    x[at] = (float) out;
                }
            } else {
                double feed = feed();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    double in = x[at];
                    x[at] = (float) (d0 * in + s);
                    s = feed * in - c1 * s;
                }
            }
            state = s;
        }

        void tidy() {
            double size = Math.abs(state);
            if (!(size > 1e-15 && size < 1e40)) {
                state = 0;
            }
        }
    }
}
