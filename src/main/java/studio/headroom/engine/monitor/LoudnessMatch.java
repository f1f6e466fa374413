package studio.headroom.engine.monitor;

import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.loudness.LoudnessMeter;

/// Plays the output of the mastering chain as loud as its input, so that what the chain does can be told from how loud
/// it makes the song.
///
/// **What is compared.** The weighted powers of both (ITU-R BS.1770-5) over windows of 400 ms, ten times a second. The
/// chain's output is late; it is compared with the input's window of that time before, to the nearest 10 ms, which a
/// window of 400 ms and a mean over seconds do not notice. A window counts for both or for neither: when both are above
/// -70 LUFS and the input is at most 10 LU below the mean of all such windows. Were each side gated by itself, a quiet
/// passage would count on the side of a compressor's output only, and the match would drift until the song gets loud
/// again. The match is the ratio of both means of counted windows. Over the first 10 s the means are plain, from then
/// on they forget exponentially with 10 s. In silence the match stays.
///
/// **How the gain moves.** By at most [#SLEW_DB_PER_SECOND], but until it has arrived after the first 3 s that count by
/// at most [#FIRST_SLEW_DB_PER_SECOND]; within ±[#LIMIT_DB], in straight lines of 10 ms. [#restart()] begins anew from
/// the present gain.
///
/// **Boosts.** A chain that makes the song quieter is boosted. The gain is floating point and clips nothing; whether
/// what reaches the device is beyond full scale depends on the monitor's volume as well, so [Monitor#CLIPPED] counts it
/// there.
///
/// Results do not depend on how the stream is cut. One thread at a time, the audio thread; [#gainDb()] and [#goalDb()]
/// any thread.
public final class LoudnessMatch {
    /// The gain never gets further from 0 dB.
    public static final double LIMIT_DB = 24;

    /// Slow enough not to be heard as pumping.
    public static final double SLEW_DB_PER_SECOND = 1.5;

    /// In the beginning: fast enough to reach any gain from 0 dB within 3 s.
    public static final double FIRST_SLEW_DB_PER_SECOND = 12;

    private static final int STEPS_PER_SECOND = 100;
    private static final int HOP_STEPS = 10;
    private static final int WINDOW_STEPS = 40;
    private static final int MEAN_HOPS = 100;
    private static final int FIRST_HOPS = 30;
    /// -70 LUFS.
    private static final double ABSOLUTE_GATE = Math.pow(10, (-70 + 0.691) / 10);
    /// 10 LU.
    private static final double RELATIVE_GATE = 0.1;
    /// Steps that the input's powers are kept: 2.56 s. A power of two.
    private static final int KEPT_STEPS = 256;

    private static final int GAIN_SLOT = 0;
    private static final int GOAL_SLOT = 1;

    private final LoudnessMeter inputMeter;
    private final LoudnessMeter outputMeter;
    private final double[] inputPowers = new double[KEPT_STEPS];
    private final int stepFrames;
    private final double perStepFrame;
    private final MeterSlots shown = new MeterSlots(2, 0);

    private int latencySteps;
    private int inStep;
    private int step;
    /// Steps until windows hold nothing from before the start.
    private int stepsToWait;

    private int heardHops;
    private double heardMean;
    private int countedHops;
    private double inputMean;
    private double outputMean;
    /// Whether the gain has been at its goal since 3 s counted.
    private boolean arrived;

    private double goalDb;
    private double gainDb;
    private double gainFrom = 1;
    private double gainTo = 1;

    private final Fade fade;
    private double shareFrom;
    private double shareTo;

    /// At 0 dB and switched off.
    public LoudnessMatch(int sampleRate) {
        inputMeter = meter(sampleRate);
        outputMeter = meter(sampleRate);
        stepFrames = Math.max(1, sampleRate / STEPS_PER_SECOND);
        perStepFrame = 1.0 / stepFrames;
        fade = new Fade(sampleRate);
        restart();
    }

    private static LoudnessMeter meter(int sampleRate) {
        LoudnessMeter meter = new LoudnessMeter(sampleRate, 1, 1);
        meter.setIntegrating(false);
        return meter;
    }

    /// How late the chain's output is; what was measured with another latency is not compared.
    ///
    /// @param frames taken as at most 2 s
    @RealTime
    public void setLatency(int frames) {
        int steps = (int) Math.min(2L * STEPS_PER_SECOND, Math.max(0, (frames + stepFrames / 2) / stepFrames));
        if (steps != latencySteps) {
            latencySteps = steps;
            stepsToWait = Math.max(stepsToWait, WINDOW_STEPS + steps);
        }
    }

    /// Forgets what was measured and keeps the gain until there is something new. For when the chain has been changed.
    @RealTime
    public void restart() {
        stepsToWait = WINDOW_STEPS + latencySteps;
        heardHops = 0;
        countedHops = 0;
        arrived = false;
        setGoal(gainDb);
    }

    /// Applies the match or not, by a straight fade of 20 ms; it is measured in any case.
    @RealTime
    public void setOn(boolean on) {
        double share = on ? 1 : 0;
        if (share != shareTo) {
            shareFrom = share();
            shareTo = share;
            fade.begin();
        }
    }

    /// The gain in dB that makes the output as loud as the input, as far as it has got. Any thread.
    public double gainDb() {
        return shown.get(GAIN_SLOT);
    }

    /// The gain in dB that it is going to. Any thread.
    public double goalDb() {
        return shown.get(GOAL_SLOT);
    }

    /// Whether anything has been compared since the start. The thread that processes.
    @RealTime
    public boolean hasCompared() {
        return countedHops > 0;
    }

    /// Measures both over `[0 and 1][offset .. offset + frames)`, and then, if switched on, applies the match to the
    /// output in place.
    ///
    /// @param input of the chain, as it went in
    /// @param output of the chain, not the input's buffers
    @RealTime
    public void process(float[][] input, float[][] output, int offset, int frames) {
        int at = offset;
        int end = offset + frames;
        while (at < end) {
            int now = Math.min(end - at, stepFrames - inStep);
            inputMeter.process(input, at, now);
            outputMeter.process(output, at, now);
            apply(output, at, now);
            at += now;
            inStep += now;
            if (inStep == stepFrames) {
                endStep();
            }
        }
    }

    /// Applies the gain to frames of the present step.
    @RealTime
    private void apply(float[][] output, int at, int frames) {
        int fading = Math.min(frames, fade.left());
        boolean plain = gainFrom == 1 && gainTo == 1;
        for (int channel = 0; channel < 2 && !plain; channel++) {
            float[] buffer = output[channel];
            for (int i = 0; i < fading; i++) {
                double share = shareFrom + (shareTo - shareFrom) * fade.share(i);
                buffer[at + i] *= (float) (1 + share * (gain(i) - 1));
            }
            for (int i = fading; i < frames && shareTo > 0; i++) {
                buffer[at + i] *= (float) gain(i);
            }
        }
        fade.advance(fading);
    }

    /// The matching gain of a coming frame of the present step, 0 being the next.
    @RealTime
    private double gain(int frame) {
        return gainFrom + (gainTo - gainFrom) * ((inStep + frame + 1) * perStepFrame);
    }

    @RealTime
    private double share() {
        return shareFrom + (shareTo - shareFrom) * fade.share();
    }

    @RealTime
    private void endStep() {
        inStep = 0;
        inputPowers[step & (KEPT_STEPS - 1)] = inputMeter.momentaryPower();
        if (stepsToWait > 0) {
            stepsToWait--;
        } else if (step % HOP_STEPS == 0) {
            compare(inputPowers[(step - latencySteps) & (KEPT_STEPS - 1)], outputMeter.momentaryPower());
        }
        // Beyond 2^31 steps, 248 days, only the hops' distance would be another once.
        step++;
        moveGain();
    }

    /// Takes in one window.
    @RealTime
    private void compare(double input, double output) {
        if (!(input > ABSOLUTE_GATE && output > ABSOLUTE_GATE)) {
            return;
        }
        heardHops = Math.min(heardHops + 1, MEAN_HOPS);
        heardMean += (input - heardMean) / heardHops;
        if (input < RELATIVE_GATE * heardMean) {
            return;
        }
        countedHops = Math.min(countedHops + 1, MEAN_HOPS);
        inputMean += (input - inputMean) / countedHops;
        outputMean += (output - outputMean) / countedHops;
        double db = Decibels.fromPower(inputMean / outputMean);
        setGoal(Math.min(LIMIT_DB, Math.max(-LIMIT_DB, db)));
    }

    @RealTime
    private void setGoal(double db) {
        goalDb = db;
        shown.set(GOAL_SLOT, db);
    }

    /// Ends the line of the last step and aims the one of the next.
    @RealTime
    private void moveGain() {
        gainFrom = gainTo;
        if (gainDb == goalDb) {
            arrived |= countedHops >= FIRST_HOPS;
            return;
        }
        double slew = arrived ? SLEW_DB_PER_SECOND : FIRST_SLEW_DB_PER_SECOND;
        double most = slew / STEPS_PER_SECOND;
        gainDb += Math.min(most, Math.max(-most, goalDb - gainDb));
        gainTo = Decibels.toGain(gainDb);
        shown.set(GAIN_SLOT, gainDb);
    }
}
