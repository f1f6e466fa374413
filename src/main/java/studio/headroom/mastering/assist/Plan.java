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
            wanted[band] = -share * Math.clamp(excess[band], -manner.toneDb(), manner.toneDb());
        }
        List<ToneFit.Section> sections = ToneFit.fit(wanted, manner.toneDb(), manner.sections());
        if (sections.isEmpty()) {
            return;
        }
        Values values = ToneFit.values(sections);
        chain.add(new Insert("assist-eq", "eq", values, null));
        for (int i = 0; i < sections.size(); i++) {
            ToneFit.Section section = sections.get(i);
            String band = "band" + (i + 1);
            List<Change> changes = new ArrayList<>();
            for (String control : List.of(".type", ".freq", ".q", ".gain")) {
                changes.add(change("eq", band + control, values));
            }
            moves.add(new Move(Aspect.TONE, "eq", changes, reason(section, excess)));
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
                section.type().equals("bell") ? "at" : "with a " + section.type().replace('-', ' ') + " at",
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
                ? values.with(param(params, "detector"), param(params, "detector").parse("rms"))
                        .with(param(params, "detector.window"), 100)
                : values.with(param(params, "lookahead"), 2);
    }

    private void width() {
        if (print.report().channels().size() < 2) {
            notes.add("the width stays as it is: the print is mono");
            return;
        }
        List<Double> wanted = new ArrayList<>();
        boolean mono = true;
        boolean moves = false;
        for (int i = 0; i < print.bands().size(); i++) {
            Band band = print.bands().get(i);
            double by = -corridor.beyond(band, i);
            mono &= band.sideDb() < MONO_DB;
            double db = amounts.width() * Math.clamp(by, -manner.widthDb(), manner.widthDb());
            moves |= Math.abs(db) >= LEAST_WIDTH_DB;
            wanted.add(Math.abs(db) >= LEAST_WIDTH_DB ? db : 0.0);
        }
        if (!moves) {
            return;
        }
        if (mono) {
            stereoize();
        } else {
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

    private void widths(List<Double> wanted) {
        ParamSet params = params("imager");
        Values values = Values.INITIAL;
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) != 0) {
                Param param = param(params, "band" + (i + 1) + ".width");
                values = values.with(param, Math.rint(100 * Decibels.toGain(wanted.get(i))));
            }
        }
        chain.add(new Insert("assist-imager", "imager", values, null));
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) != 0) {
                Band band = print.bands().get(i);
                double beyond = corridor.beyond(band, i);
                String why = String.format(
                        Locale.ROOT,
                        "%s the sides are at %s against the middle, %.1f dB %s %s: %s",
                        Words.range(band.fromHz(), band.toHz()),
                        Words.level(band.sideDb()),
                        Math.abs(beyond),
                        beyond > 0 ? "over" : "under",
                        corridor.label(),
                        Words.level(wanted.get(i)));
                String id = "band" + (i + 1) + ".width";
                moves.add(new Move(Aspect.WIDTH, "imager", List.of(change("imager", id, values)), why));
            }
        }
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
        return new Change(
                id, param.initial(), to, param.format(param.initial()) + " → " + param.format(to));
    }
}
