package studio.headroom.engine.meter;

/// What a [MasterMeter] shows beside its [StripReading]s; the ordinal is the slot. Loudness after ITU-R BS.1770-5 and
/// EBU Tech 3341; silence reads -∞.
public enum MasterReading {
    /// Of the last 400 ms, in LUFS.
    MOMENTARY_LUFS,
    /// Of the last 3 s, in LUFS.
    SHORT_TERM_LUFS,
    /// Since the program began.
    HIGHEST_MOMENTARY_LUFS,
    HIGHEST_SHORT_TERM_LUFS,
    /// The largest true peak since the program began, in dBTP.
    TRUE_PEAK_DBTP,
    /// True peak less loudness, both of the last 3 s, in dB; 0 in silence.
    PSR_DB,
    /// From -1, opposite sides, to 1, equal ones, over about the last 300 ms; 0 where a side is silent.
    CORRELATION
}
