package studio.headroom.ui.model;

import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.param.Unit;

/// How loud the mix is since its measurement began, as screens tell it. Reading it computes integrated loudness anew,
/// which is for a few times a second. UI thread.
///
/// @param integrated gated loudness in LUFS, -∞ in silence
/// @param truePeak the highest, in dBTP, -∞ in silence
public record ProgramLevel(double integrated, double truePeak) {
    /// How often screens look again, in seconds.
    public static final double RENEWAL = 0.5;

    public static final ProgramLevel SILENT = new ProgramLevel(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final double LEAST = -100;

    public static ProgramLevel of(MasterMeter meter) {
        return new ProgramLevel(meter.integratedLufs(), meter.get(MasterReading.TRUE_PEAK_DBTP));
    }

    public boolean isSilent() {
        return !(integrated > LEAST && truePeak > LEAST);
    }

    /// Peak to loudness ratio after AES TD1008, in dB: highest true peak less integrated loudness. In words: `12.4`,
    /// `–`
    /// in silence.
    public String plr() {
        return isSilent() ? "–" : ValueText.number(db(truePeak - integrated));
    }

    /// What is left up to full scale: `4.2`; below 0 what is too much. `–` in silence.
    public String headroom() {
        return truePeak > LEAST ? ValueText.number(db(-truePeak)) : "–";
    }

    /// Whether the mix goes over full scale, and what leaves the program is cut.
    public boolean isOver() {
        return truePeak > 0;
    }

    private static String db(double value) {
        return Unit.DECIBEL.format(value);
    }
}
