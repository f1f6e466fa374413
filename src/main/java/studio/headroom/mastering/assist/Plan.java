package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.effects.Catalogue;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Move.Change;
import studio.headroom.mastering.assist.PrintAnalysis.Band;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What comes before the final limiter: equalizer, compressor and imager where they are needed, set by what a print
/// measures against a corridor. A pure function of both.
final class Plan {
    private static final double LEAST_WIDTH_DB = 0.5;
    private static final double LEAST_REDUCTION_DB = 0.3;
    /// Sides so low in every band are a mono sound in two channels.
    private static final double MONO_DB = -40;

    private static final double STEREOIZE = 40;
    /// Below, what is missing was never there: raising it towards a corridor raises rumble.
    private static final double LOWEST_BOOST_HZ = 45;

    private final PrintAnalysis print;
    private final Corridor corridor;
    private final Amounts amounts;
    private final Manner manner;
    private final List<Insert> chain = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Plan(PrintAnalysis print, Corridor corridor, Amounts amounts, Manner manner) {
        this.print = print;
        this.corridor = corridor;
        this.amounts = amounts;
        this.manner = manner;
    }

    static Plan of(PrintAnalysis print, Corridor corridor, Amounts amounts, Manner manner) {
        Plan plan = new Plan(print, corridor, amounts, manner);
        plan.tone();
        plan.dynamics();
        plan.width();
        return plan;
    }

    List<Insert> chain() {
        return List.copyOf(chain);
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void tone() {
        double[] excess = corridor.excess(print.spectrum());
        double share = manner.share(amounts.tone());
        double[] wanted = new double[excess.length];
        for (int band = 0; band < wanted.length; band++) {
            boolean rumble = excess[band] < 0 && ThirdOctaves.hertz(band) < LOWEST_BOOST_HZ;
            boolean left = rumble && manner == Manner.ASSIST;
            wanted[band] = left ? 0 : -share * Math.clamp(excess[band], -manner.toneDb(), manner.toneDb());
        }
        List<ToneFit.Section> sections = ToneFit.fit(wanted, manner.toneDb(), manner.sections());
        if (sections.isEmpty()) {
            return;
        }
        Values values = ToneFit.values(sections);
        chain.add(new Insert("assist-eq", "eq", values, null));
        for (int i = 0; i < sections.size(); i++) {
            ToneFit.Section section = sections.get(i);
            moves.add(new Move(Aspect.TONE, "eq", sectionChanges(i, values), reason(section, excess)));
        }
    }

    /// Where a section acts, and what lies outside of the corridor there.
    private String reason(ToneFit.Section section, double[] excess) {
        int first = -1;
        int last = -1;
        double sum = 0;
        for (int band = Corridor.FIRST; band < Corridor.END; band++) {
            if (section.unit()[band] >= 0.5) {
                first = first < 0 ? band : first;
                last = band;
                sum += excess[band];
            }
        }
        String done = String.format(
                Locale.ROOT,
                "%s dB %s %s, Q %s",
                String.format(Locale.ROOT, "%+.1f", section.gainDb()),
                section.type().equals("bell")
                        ? "at"
                        : "with a " + section.type().replace('-', ' ') + " at",
                Words.hertz(section.hertz()),
                Words.number(section.q()));
        double mean = first < 0 ? 0 : sum / (last - first + 1);
        if (mean * section.gainDb() >= 0) {
            return "evens out what the neighboring bands add: " + done;
        }
        return String.format(
                Locale.ROOT,
                "%s–%s is %.1f dB %s %s of %s: %s",
                Words.hertz(ThirdOctaves.hertz(first)),
                Words.hertz(ThirdOctaves.hertz(last)),
                Math.abs(mean),
                mean > 0 ? "over" : "under",
                manner == Manner.ASSIST ? "the corridor" : "the tone",
                corridor.label(),
                done);
    }

    private void dynamics() {
        LoudnessReport report = print.report();
        double range = corridor.loudnessRange().beyond(report.loudnessRangeLu());
        double peaks = corridor.plr().beyond(report.plrDb());
        if (peaks < 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "nothing is compressed: the peaks stand only %.1f dB over the loudness, %.1f dB less than in %s",
                    report.plrDb(),
                    -peaks,
                    corridor.label()));
            return;
        }
        double most = Math.clamp(Math.max(range, peaks), 1, Manner.MOST_REDUCTION_DB) * amounts.dynamics();
        if (Math.max(range, peaks) <= 0 || most < LEAST_REDUCTION_DB) {
            return;
        }
        String why;
        Values values;
        if (range >= peaks) {
            double threshold = report.integratedLufs() - 3;
            why = String.format(
                    Locale.ROOT,
                    "its loudness range is %.1f LU, %.1f LU more than %s has: what is louder than average is turned down"
                            + " slowly, by %.1f dB at most",
                    report.loudnessRangeLu(),
                    range,
                    corridor.label(),
                    most);
            values = compressor(threshold, 2.5, 50, 400, most, "rms");
        } else {
            double ratio = 4;
            double threshold = report.samplePeakDbfs() - most * ratio / (ratio - 1) - 1;
            why = String.format(
                    Locale.ROOT,
                    "its peaks stand %.1f dB over its loudness, %.1f dB more than in %s: the highest are turned down"
                            + " fast, by %.1f dB at most",
                    report.plrDb(),
                    peaks,
                    corridor.label(),
                    most);
            values = compressor(threshold, ratio, 0.5, 80, most, "peak");
        }
        chain.add(new Insert("assist-compressor", "compressor", values, null));
        List<Change> changes = values.asMap().keySet().stream()
                .map(id -> change("compressor", id, values))
                .toList();
        moves.add(new Move(Aspect.DYNAMICS, "compressor", changes, why));
    }

    private static Values compressor(
            double threshold, double ratio, double attack, double release, double range, String detector) {
        ParamSet params = params("compressor");
        Values values = Values.INITIAL
                .with(param(params, "threshold"), tenth(threshold))
                .with(param(params, "ratio"), ratio)
                .with(param(params, "attack"), attack)
                .with(param(params, "release"), release)
                .with(param(params, "range"), Math.floor(range * 10 + 1e-6) / 10);
        return detector.equals("rms")
                ? values.with(
                                param(params, "detector"),
                                param(params, "detector").parse("rms"))
                        .with(param(params, "detector.window"), 100)
                : values.with(param(params, "lookahead"), 2);
    }

    private void width() {
        if (print.report().channels().size() < 2) {
            notes.add("the width stays as it is: the print is mono");
            return;
        }
        if (Math.abs(print.report().balanceDb()) > PrintFaults.BALANCE_DB) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the width stays as it is: it cannot be judged while one side is %.1f dB louder than the other",
                    Math.min(99, Math.abs(print.report().balanceDb()))));
            return;
        }
        double[] wanted = new double[print.bands().size()];
        boolean mono = true;
        boolean moved = false;
        for (int i = 0; i < wanted.length; i++) {
            Band band = print.bands().get(i);
            mono &= band.sideDb() < MONO_DB;
            wanted[i] = amounts.width() * Math.clamp(-corridor.beyond(band, i), -manner.widthDb(), manner.widthDb());
            moved |= Math.abs(wanted[i]) >= LEAST_WIDTH_DB;
        }
        if (moved && mono) {
            stereoize();
        } else if (moved) {
            widths(wanted);
        }
    }

    private void stereoize() {
        Param param = param(params("imager"), "stereoize");
        Param bass = param(params("imager"), "bass.mono");
        Values values = Values.INITIAL
                .with(param, Math.rint(STEREOIZE * amounts.width()))
                .with(bass, 1);
        chain.add(new Insert("assist-imager", "imager", values, null));
        moves.add(new Move(
                Aspect.WIDTH,
                "imager",
                List.of(change("imager", "stereoize", values), change("imager", "bass.mono", values)),
                "both channels are nearly the same, so there are no sides to widen: some are made of the middle, which"
                        + " stays as it is in mono"));
    }

    /// What all bands above the bass have in common is one width without crossovers, whose all-passes would raise
    /// peaks;
    /// what single bands need beyond that is done by an equalizer on the sides, which leaves the middle as it is.
    private void widths(double[] wanted) {
        double common = common(wanted);
        if (common != 0) {
            ParamSet params = params("imager");
            Values values = Values.INITIAL
                    .with(param(params, "bands"), param(params, "bands").parse("1"))
                    .with(param(params, "width"), Math.rint(100 * Decibels.toGain(common)));
            chain.add(new Insert("assist-imager", "imager", values, null));
            moves.add(new Move(
                    Aspect.WIDTH,
                    "imager",
                    List.of(change("imager", "bands", values), change("imager", "width", values)),
                    sides(1, wanted.length, common)));
        }
        List<ToneFit.Section> sections = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            double rest = tenth(rest(wanted, i, common));
            if (Math.abs(rest) >= LEAST_WIDTH_DB) {
                sections.add(section(i, rest));
                reasons.add(sides(i, i + 1, rest));
            }
        }
        if (!sections.isEmpty()) {
            Values values = ToneFit.sides(sections);
            chain.add(new Insert("assist-sides", "eq", values, null));
            for (int i = 0; i < sections.size(); i++) {
                moves.add(new Move(Aspect.WIDTH, "eq", sectionChanges(i, values, ".place"), reasons.get(i)));
            }
        }
    }

    /// The smallest change that every band above the bass asks for; 0 where they do not agree.
    private static double common(double[] wanted) {
        double common = wanted[1];
        for (int i = 1; i < wanted.length; i++) {
            if (common * wanted[i] <= 0) {
                return 0;
            }
            common = Math.abs(wanted[i]) < Math.abs(common) ? wanted[i] : common;
        }
        return Math.abs(common) >= LEAST_WIDTH_DB ? common : 0;
    }

    /// What is left for a band. The bass, which is not asked, only has to stay in the corridor.
    private double rest(double[] wanted, int index, double common) {
        if (index > 0) {
            return wanted[index] - common;
        }
        double beyond =
                corridor.width().getFirst().beyond(print.bands().getFirst().sideDb() + common);
        return amounts.width() * Math.clamp(-beyond, -manner.widthDb(), manner.widthDb());
    }

    private ToneFit.Section section(int index, double db) {
        Band band = print.bands().get(index);
        boolean low = index == 0;
        boolean high = index == print.bands().size() - 1;
        double hertz = low ? band.toHz() : high ? band.fromHz() : Math.rint(Math.sqrt(band.fromHz() * band.toHz()));
        return new ToneFit.Section(
                low ? "low-shelf" : high ? "high-shelf" : "bell", hertz, low || high ? 0.7 : 0.5, db, new double[0]);
    }

    /// Why the sides of some bands in a row are changed.
    private String sides(int first, int end, double db) {
        Band from = print.bands().get(first);
        Band to = print.bands().get(end - 1);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double sides = 0;
        for (int i = first; i < end; i++) {
            double beyond = Math.abs(corridor.beyond(print.bands().get(i), i));
            least = Math.min(least, beyond);
            most = Math.max(most, beyond);
            sides += print.bands().get(i).sideDb() / (end - first);
        }
        return String.format(
                Locale.ROOT,
                "%s the sides are at %s against the middle, %s dB %s %s: %s",
                Words.range(from.fromHz(), to.toHz()),
                Words.level(sides),
                most - least < 0.1 ? Words.number(most) : Words.number(least) + " to " + Words.number(most),
                db < 0 ? "over" : "under",
                corridor.label(),
                Words.level(db));
    }

    private static List<Change> sectionChanges(int index, Values values, String... more) {
        List<Change> changes = new ArrayList<>();
        for (String control : List.of(".type", ".freq", ".q", ".gain")) {
            changes.add(change("eq", "band" + (index + 1) + control, values));
        }
        for (String control : more) {
            changes.add(change("eq", "band" + (index + 1) + control, values));
        }
        return changes;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static ParamSet params(String effect) {
        return Catalogue.find(effect).orElseThrow().params();
    }

    private static Param param(ParamSet params, String id) {
        return params.get(params.indexOf(id));
    }

    private static Change change(String effect, String id, Values values) {
        Param param = param(params(effect), id);
        double to = values.get(param);
        return new Change(id, param.initial(), to, param.format(param.initial()) + " → " + param.format(to));
    }
}
