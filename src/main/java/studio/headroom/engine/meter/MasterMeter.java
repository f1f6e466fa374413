package studio.headroom.engine.meter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import studio.headroom.audio.AudioFormat;
import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.loudness.LiveMeter;

/// The meter of what is heard: that of a strip, and loudness, true peak and correlation.
///
/// A *program* is what is measured as a whole; it begins with the meter and whenever [#restartProgram()] asks for it.
/// Integrated loudness and range are computed over all of its gating blocks when they are asked for, which allocates:
/// that is for the reading thread, once or a few times a second.
///
/// **Who writes:** one thread at a time processes, the audio thread. **Who reads:** [#get] any thread; integrated
/// loudness, range and [#restartProgram()] one thread, [#makeRoom()] one thread, which may be another. **Ordering:** as
/// [MeterSlots]. **Progress:** wait-free on the audio thread. Results do not depend on how the stream is cut.
public final class MasterMeter {
    private static final VarHandle ASKED = handle();
    private static final MasterReading[] READINGS = MasterReading.values();

    private static final int MOMENTARY = MasterReading.MOMENTARY_LUFS.ordinal();
    private static final int SHORT_TERM = MasterReading.SHORT_TERM_LUFS.ordinal();
    private static final int HIGHEST_MOMENTARY = MasterReading.HIGHEST_MOMENTARY_LUFS.ordinal();
    private static final int HIGHEST_SHORT_TERM = MasterReading.HIGHEST_SHORT_TERM_LUFS.ordinal();
    private static final int TRUE_PEAK = MasterReading.TRUE_PEAK_DBTP.ordinal();
    private static final int PSR = MasterReading.PSR_DB.ordinal();
    private static final int CORRELATION = MasterReading.CORRELATION.ordinal();

    private final StripMeter strip;
    private final LiveMeter live;
    private final MeterSlots slots = new MeterSlots(READINGS.length, Double.NEGATIVE_INFINITY);

    /// Programs asked for; written by the thread that reads.
    @SuppressWarnings("unused")
    private int asked;

    private int askedSeen;

    private volatile boolean integrating = true;
    private volatile boolean paused;

    public MasterMeter(int sampleRate) {
        strip = new StripMeter(sampleRate);
        live = new LiveMeter(new AudioFormat(sampleRate, 2));
        slots.set(PSR, 0);
        slots.set(CORRELATION, 0);
    }

    /// Takes in `count` frames of `in[0 and 1][offset ..)`.
    @RealTime
    public void process(float[][] in, int offset, int count) {
        int now = (int) ASKED.getOpaque(this);
        if (now != askedSeen) {
            askedSeen = now;
            live.restart();
        }
        strip.process(in, offset, count);
        live.loudness().setIntegrating(integrating && !paused);
        live.process(in, offset, count);
        slots.set(MOMENTARY, live.loudness().momentaryLufs());
        slots.set(SHORT_TERM, live.loudness().shortTermLufs());
        slots.set(HIGHEST_MOMENTARY, live.loudness().maxMomentaryLufs());
        slots.set(HIGHEST_SHORT_TERM, live.loudness().maxShortTermLufs());
        slots.set(TRUE_PEAK, live.peaks().truePeakDbtp());
        slots.set(PSR, live.psrDb());
        slots.set(CORRELATION, live.statistics().runningCorrelation());
    }

    /// Pauses or continues integrated loudness, range and loudness maxima from the next call that processes on, as when
    /// the transport stops. Windows that began in a pause do not count. Any thread.
    @RealTime
    public void setIntegrating(boolean on) {
        integrating = on;
    }

    /// Whether they go on, as far as [#setIntegrating] says.
    @RealTime
    public boolean integrating() {
        return integrating;
    }

    /// Holds integrated loudness, range and loudness maxima, or lets them go on, whatever [#setIntegrating] says. Any
    /// thread.
    public void pause(boolean now) {
        paused = now;
    }

    public boolean paused() {
        return paused;
    }

    /// Peaks, RMS and clipped samples.
    public StripMeter strip() {
        return strip;
    }

    /// A value as it was shown last. Any thread.
    public double get(MasterReading reading) {
        return slots.get(reading.ordinal());
    }

    /// Gated loudness of the program so far, in LUFS; -∞ where nothing passes the gates. The reading thread.
    public double integratedLufs() {
        return live.loudness().integratedLufs();
    }

    /// Loudness range of the program so far, in LU (EBU Tech 3342); not stable in its first minute. The reading thread.
    public double loudnessRangeLu() {
        return live.loudness().loudnessRangeLu();
    }

    /// How much of the program was measured so far, in seconds. The reading thread.
    public double programSeconds() {
        return live.loudness().integratedSeconds();
    }

    /// Makes room for the next ten minutes of gating blocks; where nobody does, later ones do not count. One thread, at
    /// least every ten minutes.
    public void makeRoom() {
        live.makeRoom();
    }

    /// Lets integrated loudness, range, maxima and true peak start anew with the next call that processes. The reading
    /// thread.
    public void restartProgram() {
        ASKED.setOpaque(this, (int) ASKED.getOpaque(this) + 1);
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(MasterMeter.class, "asked", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
