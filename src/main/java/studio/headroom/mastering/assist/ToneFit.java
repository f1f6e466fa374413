package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.effects.EqCurve;
import studio.headroom.param.Values;

/// Few smooth equalizer bands that come close to a wanted curve: from a set of shelves and wide bells the one that
/// brings
/// the curve closest is added, all gains are fitted anew by least squares within their limit, and so on until nothing
/// is gained. Deterministic.
final class ToneFit {
    private static final EffectType EQ = Catalogue.find("eq").orElseThrow();
    private static final int SAMPLE_RATE = 48_000;
    /// Bells and shelves are proportional in dB to their gain near enough; how they look is taken at this gain.
    private static final double TEMPLATE_DB = 3;

    private static final double LEAST_GAIN_DB = 0.2;
    /// A band has to bring the root mean square closer by this much, in dB.
    private static final double LEAST_PROGRESS_DB = 0.04;

    private static final int ROUNDS = 40;
    private static final double[] QS = {0.5, 0.7, 0.9, 1.3};
    private static final double[] HERTZ = hertz();
    private static final List<Section> CANDIDATES = candidates();

    private ToneFit() {}

    /// A band of an equalizer.
    ///
    /// @param type `bell`, `low-shelf` or `high-shelf`
    record Section(String type, double hertz, double q, double gainDb, double[] unit) {
        /// What tells it from all other bands that can be chosen.
        String key() {
            return type + " " + hertz + " " + q;
        }

        Section withGain(double changed) {
            return new Section(type, hertz, q, changed, unit);
        }
    }

    /// @param wanted in dB for each third-octave band
    /// @param limitDb no band and no frequency is moved further
    /// @param most bands, up to 8
    static List<Section> fit(double[] wanted, double limitDb, int most) {
        double[] goal = goal(wanted, limitDb);
        List<Section> chosen = new ArrayList<>();
        double error = error(goal, chosen);
        while (chosen.size() < most) {
            List<Section> next = better(goal, chosen, limitDb);
            double progress = error - error(goal, next);
            if (!(progress >= LEAST_PROGRESS_DB)) {
                break;
            }
            chosen = next;
            error -= progress;
        }
        return rounded(within(chosen, limitDb));
    }

    /// Some of the bands of a fit, their gains fitted anew without the others.
    static List<Section> refit(double[] wanted, List<Section> sections, double limitDb) {
        List<Section> left = new ArrayList<>(sections);
        settle(goal(wanted, limitDb), left, limitDb);
        return rounded(within(left, limitDb));
    }

    private static double[] goal(double[] wanted, double limitDb) {
        double[] goal = wanted.clone();
        for (int band = 0; band < goal.length; band++) {
            goal[band] = Math.clamp(goal[band], -limitDb, limitDb);
        }
        return goal;
    }

    private static List<Section> better(double[] goal, List<Section> chosen, double limitDb) {
        double[] rest = rest(goal, chosen);
        @Nullable Section best = null;
        double most = 0;
        for (Section candidate : CANDIDATES) {
            double gain = Math.clamp(projection(rest, candidate.unit), -limitDb, limitDb);
            double better = 0;
            for (int band = Corridor.FIRST; band < Corridor.END; band++) {
                double after = rest[band] - gain * candidate.unit[band];
                better += rest[band] * rest[band] - after * after;
            }
            if (better > most) {
                most = better;
                best = candidate.withGain(gain);
            }
        }
        List<Section> more = new ArrayList<>(chosen);
        if (best != null) {
            more.add(best);
            settle(goal, more, limitDb);
        }
        return more;
    }

    /// Fits one gain after the other while the others stand still, which closes in on the least squares of all.
    private static void settle(double[] goal, List<Section> sections, double limitDb) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < sections.size(); i++) {
                Section section = sections.get(i);
                sections.set(i, section.withGain(0));
                double gain = projection(rest(goal, sections), section.unit);
                sections.set(i, section.withGain(Math.clamp(gain, -limitDb, limitDb)));
            }
        }
    }

    private static double projection(double[] rest, double[] unit) {
        double product = 0;
        double squares = 0;
        for (int band = Corridor.FIRST; band < Corridor.END; band++) {
            product += rest[band] * unit[band];
            squares += unit[band] * unit[band];
        }
        return product / squares;
    }

    private static double[] rest(double[] goal, List<Section> sections) {
        double[] rest = goal.clone();
        for (Section section : sections) {
            for (int band = 0; band < rest.length; band++) {
                rest[band] -= section.gainDb * section.unit[band];
            }
        }
        return rest;
    }

    private static double error(double[] goal, List<Section> sections) {
        double sum = 0;
        double[] rest = rest(goal, sections);
        for (int band = Corridor.FIRST; band < Corridor.END; band++) {
            sum += rest[band] * rest[band];
        }
        return Math.sqrt(sum / (Corridor.END - Corridor.FIRST));
    }

    /// Bands that overlap may add up to more than the limit; then all are lowered alike.
    private static List<Section> within(List<Section> sections, double limitDb) {
        double highest = 0;
        EqCurve curve = new EqCurve(EQ.params().resolve(values(sections)), SAMPLE_RATE);
        for (double hz = 20; hz < 20_000; hz *= 1.03) {
            highest = Math.max(highest, Math.abs(curve.responseDb(hz)));
        }
        // A twentieth of a dB for the rounding of gains.
        double scale = highest > limitDb ? (limitDb - 0.05) / highest : 1;
        return sections.stream()
                .map(section -> section.withGain(scale * section.gainDb))
                .toList();
    }

    private static List<Section> rounded(List<Section> sections) {
        List<Section> rounded = new ArrayList<>();
        for (Section section : sections) {
            // Towards zero, so that no sum passes its limit.
            double gain = Math.copySign(Math.floor(Math.abs(section.gainDb) * 10 + 1e-6) / 10, section.gainDb);
            if (Math.abs(gain) >= LEAST_GAIN_DB) {
                rounded.add(section.withGain(gain));
            }
        }
        rounded.sort(Comparator.comparingDouble(Section::hertz));
        return rounded;
    }

    /// The values of an `eq` with these bands.
    static Values values(List<Section> sections) {
        Values values = Values.INITIAL;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String band = "band" + (i + 1);
            values = set(values, band + ".type", type(section.type));
            values = set(values, band + ".freq", section.hertz);
            values = set(values, band + ".q", section.q);
            values = set(values, band + ".gain", section.gainDb);
        }
        return values;
    }

    /// The same on the sides alone.
    static Values sides(List<Section> sections) {
        Values values = values(sections);
        for (int i = 0; i < sections.size(); i++) {
            String id = "band" + (i + 1) + ".place";
            values = set(values, id, EQ.params().get(EQ.params().indexOf(id)).parse("side"));
        }
        return values;
    }

    private static double type(String name) {
        return EQ.params().get(EQ.params().indexOf("band1.type")).parse(name);
    }

    private static Values set(Values values, String id, double plain) {
        return values.with(EQ.params().get(EQ.params().indexOf(id)), plain);
    }

    private static List<Section> candidates() {
        List<Section> candidates = new ArrayList<>();
        for (double hertz : HERTZ) {
            for (double q : QS) {
                candidates.add(candidate("bell", hertz, q));
            }
            if (hertz <= 300) {
                candidates.add(candidate("low-shelf", hertz, 0.7));
            }
            if (hertz >= 2_000 && hertz <= 12_000) {
                candidates.add(candidate("high-shelf", hertz, 0.7));
            }
        }
        return candidates;
    }

    private static Section candidate(String type, double hertz, double q) {
        Section template = new Section(type, hertz, q, TEMPLATE_DB, new double[0]);
        EqCurve curve = new EqCurve(EQ.params().resolve(values(List.of(template))), SAMPLE_RATE);
        double[] unit = new double[ThirdOctaves.BANDS];
        for (int band = 0; band < unit.length; band++) {
            unit[band] = curve.responseDb(ThirdOctaves.hertz(band)) / TEMPLATE_DB;
        }
        return new Section(type, hertz, q, 0, unit);
    }

    /// Six steps an octave from 40 Hz to 14 kHz, rounded as people would set them.
    private static double[] hertz() {
        double[] hertz = new double[51];
        for (int i = 0; i < hertz.length; i++) {
            double exact = 40 * Math.pow(2, i / 6.0);
            double step = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
            hertz[i] = Math.rint(exact / step) * step;
        }
        return hertz;
    }
}
