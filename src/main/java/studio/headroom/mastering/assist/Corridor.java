package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.mastering.assist.PrintAnalysis.Band;

/// What a master should be like, each figure with the room that it has.
///
/// @param label what it is called in reasons: `rock`, `the reference`
/// @param tone level of each third-octave band in dB; only the shape counts
/// @param tolerance of each band in dB, 0 or more
/// @param width power of the sides over the middle in dB, in the bands of [PrintAnalysis#bands()]
/// @param loudnessRange in LU
/// @param plr true peak over loudness in dB
/// @param lufs integrated loudness
/// @param tape whether a touch of tape on what stands out is customary
public record Corridor(
        String label,
        List<Double> tone,
        List<Double> tolerance,
        List<Span> width,
        Span loudnessRange,
        Span plr,
        double lufs,
        boolean tape) {
    /// Bands that say something about tone: 31.5 Hz to 16 kHz.
    static final int FIRST = 2;

    static final int END = ThirdOctaves.BANDS - 1;
    private static final double FLOOR_DB = -120;

    public Corridor {
        tone = List.copyOf(tone);
        tolerance = List.copyOf(tolerance);
        width = List.copyOf(width);
    }

    /// From a lowest to a highest value.
    public record Span(double low, double high) {
        /// How far a value lies above (positive) or below (negative) it; 0 inside.
        double beyond(double value) {
            return value - Math.clamp(value, low, high);
        }
    }

    /// What references are like. Of one, its figures with little room; of several, the span between them.
    ///
    /// @param references at least one
    public static Corridor of(List<PrintAnalysis> references) {
        int count = references.size();
        double[] low = new double[ThirdOctaves.BANDS];
        double[] high = new double[ThirdOctaves.BANDS];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (PrintAnalysis reference : references) {
            double[] shape = shape(reference.spectrum());
            for (int band = 0; band < shape.length; band++) {
                low[band] = Math.min(low[band], shape[band]);
                high[band] = Math.max(high[band], shape[band]);
            }
        }
        List<Double> tone = new ArrayList<>();
        List<Double> tolerance = new ArrayList<>();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            tone.add((low[band] + high[band]) / 2);
            tolerance.add((high[band] - low[band]) / 2);
        }
        List<Span> width = new ArrayList<>();
        for (int i = 0; i < references.getFirst().bands().size(); i++) {
            int at = i;
            width.add(span(references, 0.5, one -> one.bands().get(at).sideDb()));
        }
        double lufs = references.stream()
                        .mapToDouble(one -> one.report().integratedLufs())
                        .sum()
                / count;
        return new Corridor(
                count == 1 ? "the reference" : "the references",
                tone,
                tolerance,
                width,
                span(references, 1, one -> one.report().loudnessRangeLu()),
                span(references, 1, one -> one.report().plrDb()),
                lufs,
                false);
    }

    private static Span span(List<PrintAnalysis> references, double room, ToDoubleFunction<PrintAnalysis> figure) {
        double low = references.stream().mapToDouble(figure).min().orElseThrow();
        double high = references.stream().mapToDouble(figure).max().orElseThrow();
        return new Span(low - room, high + room);
    }

    /// The levels of a spectrum around the middle of its bands, so that two sounds compare however loud they are.
    static double[] shape(ThirdOctaves spectrum) {
        double[] shape = levels(spectrum);
        double middle = median(shape);
        for (int band = 0; band < shape.length; band++) {
            shape[band] -= middle;
        }
        return shape;
    }

    /// How far each band of a sound lies above or below the middle of the corridor, as heard at the same loudness: the
    /// median of all is 0, so that one boomy or dull end does not shift the rest.
    double[] distance(ThirdOctaves spectrum) {
        return distance(levels(spectrum));
    }

    /// The level of each band in dB.
    static double[] levels(ThirdOctaves spectrum) {
        double[] levels = new double[ThirdOctaves.BANDS];
        for (int band = 0; band < levels.length; band++) {
            levels[band] = Math.max(FLOOR_DB, spectrum.db(band));
        }
        return levels;
    }

    private double[] distance(double[] levels) {
        double[] distance = levels.clone();
        for (int band = 0; band < distance.length; band++) {
            distance[band] -= tone.get(band);
        }
        double middle = median(distance);
        for (int band = 0; band < distance.length; band++) {
            distance[band] -= middle;
        }
        return distance;
    }

    /// How far each band lies outside the corridor; 0 inside.
    double[] excess(ThirdOctaves spectrum) {
        return excess(levels(spectrum));
    }

    /// The same of a sound whose bands have these levels in dB.
    double[] excess(double[] levels) {
        double[] excess = distance(levels);
        for (int band = 0; band < excess.length; band++) {
            double room = tolerance.get(band);
            excess[band] -= Math.clamp(excess[band], -room, room);
        }
        return excess;
    }

    /// Root mean square of the distances of a sound's tone from the middle of the corridor in dB, 31.5 Hz to 16 kHz, at
    /// the level where it is least.
    public double toneDistanceDb(PrintAnalysis sound) {
        double[] distance = distance(sound.spectrum());
        double sum = 0;
        double squares = 0;
        for (int band = FIRST; band < END; band++) {
            sum += distance[band];
            squares += distance[band] * distance[band];
        }
        double mean = sum / (END - FIRST);
        return Math.sqrt(Math.max(0, squares / (END - FIRST) - mean * mean));
    }

    /// How far the width of a band lies outside, in dB.
    double beyond(Band band, int index) {
        return width.get(index).beyond(band.sideDb());
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.copyOfRange(values, FIRST, END);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
