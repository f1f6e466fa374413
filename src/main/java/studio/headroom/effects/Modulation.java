package studio.headroom.effects;

import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The controls of a rate, free or in time with the song, that chorus, phaser and tremolo have in common.
final class Modulation {
    static final Smoothing GAIN = new Smoothing.Linear(20);
    static final Smoothing GLIDE = new Smoothing.Taper(100);

    private static final Range NOTES = Range.Choice.of(
            "1/64t", "1/64", "1/64d", "1/32t", "1/32", "1/32d", "1/16t", "1/16", "1/16d", "1/8t", "1/8", "1/8d", "1/4t",
            "1/4", "1/4d", "1/2t", "1/2", "1/2d", "1/1t", "1/1", "1/1d", "2/1t", "2/1", "2/1d", "4/1t", "4/1", "4/1d");

    /// Places of the tempo's controls after `sync`; the tempo itself comes last.
    static final int NOTE = 1;

    static final int TEMPO = 2;

    private Modulation() {}

    static Param rate(double initial, double max) {
        return new Param("rate", "Rate", Unit.HERTZ, new Range.Log(0.02, max), initial, GLIDE, true);
    }

    static Param percent(String id, String label, double min, double initial) {
        return new Param(id, label, Unit.PERCENT, new Range.Linear(min, 100), initial, GAIN, true);
    }

    /// @param note index in the list of notes
    static List<Param> tempo(int note) {
        return List.of(
                new Param("sync", "Sync", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, true),
                new Param("note", "Note", Unit.NONE, NOTES, note, Smoothing.NONE, true),
                new Param("bpm", "Tempo", Unit.NONE, new Range.Log(20, 999), 120, Smoothing.NONE, true));
    }

    /// Turns per second of a note of the list, a quarter being one beat.
    @RealTime
    static double noteHertz(int note, double bpm) {
        double quarters = (1 << (note / 3)) / 16.0;
        int kind = note % 3;
        return bpm / 60.0 / (quarters * (kind == 0 ? 2.0 / 3 : kind == 1 ? 1.0 : 1.5));
    }
}
