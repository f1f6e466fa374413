package studio.headroom.ui.editor.model;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.engine.monitor.LoudnessMatch;
import studio.headroom.param.Values;

/// What sounds around an insert, for the pictures of its editor: spectra before and behind, levels, and the last six
/// seconds of them. Taken in once a frame; opens the tap only between [#open] and [#close]. UI thread.
public final class EditorAnalysis implements AutoCloseable {
    public static final int BANDS = 301;
    public static final double HISTORY_SECONDS = 6;
    /// Columns of the history for each second.
    public static final int COLUMNS_PER_SECOND = 60;

    public static final int COLUMNS = (int) (HISTORY_SECONDS * COLUMNS_PER_SECOND);
    private static final int CHUNK = 2048;
    private static final double SILENCE = -120;
    private static final double MEAN_SECONDS = 3;

    private final EditorModel model;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final LiveSpectrum before;
    private final LiveSpectrum after;
    private final float[][] chunk = new float[InsertTap.ROWS][CHUNK];
    private final float[][] weighed = new float[4][CHUNK];
    private final float[][] inputSide = {weighed[0], weighed[1]};
    private final float[][] outputSide = {weighed[2], weighed[3]};
    private final float[] inputs = new float[COLUMNS];
    private final float[] outputs = new float[COLUMNS];
    private final float[] reductions = new float[COLUMNS];
    private final double[] peaks = new double[4];
    /// Behind the effect: left squared, right squared, left times right, and for how many frames.
    private final double[] sides = new double[4];
    private final boolean spectra;
    private final LoudnessMatch loudness;
    private final SpectrumView view;
    private Values judged;
    private double holding;
    private final int columnFrames;
    private @Nullable InsertTap tap;
    private @Nullable FrameRing ring;
    private int column;
    private int inColumn;
    private float columnIn;
    private float columnOut;
    private float columnReduction;
    private double idle;

    public EditorAnalysis(EditorModel model) {
        this(model, true);
    }

    /// @param spectra whether they are wanted: without, [#before] and [#after] stay silent
    public EditorAnalysis(EditorModel model, boolean spectra) {
        this.model = model;
        this.spectra = spectra;
        view = model.memory().spectrum();
        loudness = new LoudnessMatch(model.sampleRate());
        judged = model.settings();
        holding = view.hold().value();
        before = new LiveSpectrum(model.sampleRate(), BANDS);
        after = new LiveSpectrum(model.sampleRate(), BANDS);
        Arrays.fill(inputs, (float) SILENCE);
        Arrays.fill(outputs, (float) SILENCE);
        columnFrames = Math.max(1, model.sampleRate() / COLUMNS_PER_SECOND);
    }

    /// Runs `observer` when there is something new to see.
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    /// Takes in what has sounded since the last call.
    ///
    /// @param seconds since then
    public void advance(double seconds) {
        tune();
        forgetWhenSet();
        if (takeIn(seconds)) {
            if (loudness.hasCompared()) {
                model.comparing().measured(louderDb());
            }
            observers.forEach(Runnable::run);
        }
    }

    private void tune() {
        view.tune(before);
        view.tune(after);
        double hold = view.hold().value();
        if (hold != holding) {
            holding = hold;
            before.releaseHeld();
            after.releaseHeld();
        }
    }

    /// What was measured with other settings says nothing about these. Automation may move on.
    private void forgetWhenSet() {
        Values now = model.settings();
        if (!now.equals(judged)) {
            judged = now;
            loudness.restart();
        }
    }

    private boolean takeIn(double seconds) {
        watch();
        FrameRing now = ring;
        double fall = Math.pow(10, -13.3 * seconds / 20);
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] *= fall;
        }
        boolean any = false;
        if (now != null) {
            for (int n = now.take(chunk, CHUNK); n > 0; n = now.take(chunk, CHUNK)) {
                take(n);
                any = true;
            }
        }
        idle = any ? 0 : idle + seconds;
        if (!any && idle < 10 && spectra && !view.frozen()) {
            before.rest(seconds);
            after.rest(seconds);
        }
        return any || idle < 10;
    }

    /// Looks where the insert is now: a new graph may have made a new meter of it.
    private void watch() {
        InsertTap there = model.link().tap(model.insertId()).orElse(null);
        if (there != tap) {
            close();
            tap = there;
            ring = there == null ? null : there.open();
        }
    }

    private void take(int n) {
        if (spectra && !view.frozen()) {
            before.add(chunk[InsertTap.BEFORE], chunk[InsertTap.BEFORE + 1], n);
            after.add(chunk[InsertTap.AFTER], chunk[InsertTap.AFTER + 1], n);
        }
        weigh(n);
        correlate(n);
        for (int i = 0; i < n; i++) {
            float inLeft = Math.abs(chunk[0][i]);
            float inRight = Math.abs(chunk[1][i]);
            float outLeft = Math.abs(chunk[2][i]);
            float outRight = Math.abs(chunk[3][i]);
            peaks[0] = Math.max(peaks[0], inLeft);
            peaks[1] = Math.max(peaks[1], inRight);
            peaks[2] = Math.max(peaks[2], outLeft);
            peaks[3] = Math.max(peaks[3], outRight);
            columnIn = Math.max(columnIn, Math.max(inLeft, inRight));
            columnOut = Math.max(columnOut, Math.max(outLeft, outRight));
            columnReduction = Math.max(columnReduction, -chunk[InsertTap.REDUCTION][i]);
            if (++inColumn == columnFrames) {
                endColumn();
            }
        }
    }

    /// Compares the loudness before and behind, of what was heard of the effect alone.
    private void weigh(int n) {
        if (model.comparing().delta().isOn()) {
            return;
        }
        float[] wet = chunk[InsertTap.WET];
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && wet[to] == wet[from]) {
                to++;
            }
            if (wet[from] == 1) {
                System.arraycopy(chunk[0], from, weighed[0], 0, to - from);
                System.arraycopy(chunk[1], from, weighed[1], 0, to - from);
                System.arraycopy(chunk[2], from, weighed[2], 0, to - from);
                System.arraycopy(chunk[3], from, weighed[3], 0, to - from);
                loudness.process(inputSide, outputSide, 0, to - from);
            }
            from = to;
        }
    }

    private void correlate(int n) {
        double keep = Math.exp(-1.0 / (MEAN_SECONDS * model.sampleRate()));
        float[] left = chunk[InsertTap.AFTER];
        float[] right = chunk[InsertTap.AFTER + 1];
        for (int i = 0; i < n; i++) {
            double power = left[i] * left[i] + right[i] * right[i];
            if (power > 1e-7) {
                sides[0] = sides[0] * keep + left[i] * left[i];
                sides[1] = sides[1] * keep + right[i] * right[i];
                sides[2] = sides[2] * keep + left[i] * right[i];
                sides[3] = sides[3] * keep + 1;
            }
        }
    }

    private void endColumn() {
        inputs[column] = (float) db(columnIn);
        outputs[column] = (float) db(columnOut);
        reductions[column] = columnReduction;
        column = (column + 1) % COLUMNS;
        inColumn = 0;
        columnIn = 0;
        columnOut = 0;
        columnReduction = 0;
    }

    public LiveSpectrum before() {
        return before;
    }

    public LiveSpectrum after() {
        return after;
    }

    /// The peak level of the input in a column of the history in dB, the oldest being 0.
    public double inputDb(int index) {
        return inputs[(column + index) % COLUMNS];
    }

    /// The peak level of the input some time ago in dB; silence for a time before the history.
    public double inputDbAgo(double seconds) {
        int index = COLUMNS - 1 - (int) Math.rint(seconds * COLUMNS_PER_SECOND);
        return index < 0 ? SILENCE : inputDb(index);
    }

    public double outputDb(int index) {
        return outputs[(column + index) % COLUMNS];
    }

    /// The deepest gain reduction in a column of the history in dB, 0 or more.
    public double reductionDb(int index) {
        return reductions[(column + index) % COLUMNS];
    }

    /// The level that comes in now, in dB.
    public double inputDb() {
        return db(Math.max(peaks[0], peaks[1]));
    }

    /// The peak level of a side now, in dB.
    ///
    /// @param side 0 left, 1 right
    public double outputPeakDb(int side) {
        return db(peaks[2 + side]);
    }

    /// Linear, for meters.
    public double inputPeak(int side) {
        return peaks[side];
    }

    /// Linear, for meters.
    public double outputPeak(int side) {
        return peaks[2 + side];
    }

    /// How much louder the sound leaves than it came in dB, weighted as in ITU-R BS.1770, over the last seconds in
    /// which
    /// the effect was heard; NaN until there was enough. See [LoudnessMatch].
    public double louderDb() {
        return loudness.hasCompared() ? -loudness.goalDb() : Double.NaN;
    }

    /// How alike both sides are behind the effect, from -1 to 1, over the last seconds in which there was sound; NaN
    /// before there was enough, or where a side is silent.
    public double correlation() {
        return sides[3] < 0.3 * MEAN_SECONDS * model.sampleRate() || sides[0] <= 0 || sides[1] <= 0
                ? Double.NaN
                : sides[2] / Math.sqrt(sides[0] * sides[1]);
    }

    /// Begins to measure [#louderDb] anew.
    public void forgetLoudness() {
        loudness.restart();
    }

    private static double db(double gain) {
        return gain <= 1e-6 ? SILENCE : Decibels.fromGain(gain);
    }

    @Override
    public void close() {
        if (tap != null && ring != null) {
            tap.close(ring);
        }
        tap = null;
        ring = null;
    }
}
