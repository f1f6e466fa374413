package studio.headroom.ui.editor.graph;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.effects.EqCurve;

/// The responses of an equalizer at the points of its picture, each computed once. UI thread.
final class EqTraces {
    static final int POINTS = 401;

    private final EqCurve curve;
    private final double[] hertz = new double[POINTS];
    private final Map<Placement, double[]> parts = new EnumMap<>(Placement.class);
    private final Map<Integer, double[]> bands = new HashMap<>();

    EqTraces(EqCurve curve, int sampleRate) {
        this.curve = curve;
        double highest = 0.499 * sampleRate;
        for (int i = 0; i < POINTS; i++) {
            hertz[i] = Math.min(highest, FrequencyAxis.hertz((double) i / (POINTS - 1)));
        }
    }

    EqCurve curve() {
        return curve;
    }

    double hertz(int point) {
        return hertz[point];
    }

    /// What a part of the sound meets, as it is heard, in dB; not to be changed.
    double[] part(Placement part) {
        return parts.computeIfAbsent(part, wanted -> curve.heardDb(wanted, hertz));
    }

    /// What one band does, in dB; not to be changed.
    double[] band(int band) {
        return bands.computeIfAbsent(band, unused -> {
            double[] db = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                db[i] = curve.bandDb(band, hertz[i]);
            }
            return db;
        });
    }
}
