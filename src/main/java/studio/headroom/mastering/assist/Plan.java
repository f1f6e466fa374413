package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Move.Change;
import studio.headroom.mastering.assist.PrintAnalysis.Band;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What comes before the final limiter: equalizer, compressor, tape and imager where they are needed, set by what a
/// print
/// measures against a corridor. A pure function of both.
final class Plan {
    private static final double LEAST_WIDTH_DB = 0.5;
    /// Sides so low in every band are a mono sound in two channels.
    private static final double MONO_DB = -40;

    private static final double STEREOIZE = 40;
    private static final String STEREOIZER = "stereoize";
    private static final String IMAGER = "width";
    private static final String SIDES = "sides ";
    /// Below, what is missing was never there: raising it towards a corridor raises rumble.
    private static final double LOWEST_BOOST_HZ = 45;

    private final PrintAnalysis print;
    private final Corridor corridor;
    private final Amounts amounts;
    private final Manner manner;
    private final Set<String> without;
    private final Draft draft = new Draft();

    private Plan(PrintAnalysis print, Corridor corridor, Amounts amounts, Manner manner, Set<String> without) {
        this.print = print;
        this.corridor = corridor;
        this.amounts = amounts;
        this.manner = manner;
        this.without = without;
    }

    /// @param without moves that were found to be [idle][#idle]
    static Plan of(PrintAnalysis print, Corridor corridor, Amounts amounts, Manner manner, Set<String> without) {
        Plan plan = new Plan(print, corridor, amounts, manner, without);
        plan.tone();
        new DynamicsPlan(print, corridor, amounts, manner, without, plan.draft).make();
        plan.width();
        return plan;
    }

    List<Insert> chain() {
        return draft.chain();
    }

    /// The moves with what they have changed.
    ///
    /// @param after the print through the chain
    List<Move> moves(PrintAnalysis after) {
        return draft.moves(print, after);
    }

    /// Moves that do not help: their own figure comes no nearer to where it is to be. Each has a key that is the same
    /// in
    /// every plan for the print.
    ///
    /// @param after the print through the chain
    Set<String> idle(PrintAnalysis after) {
        return draft.idle(print, after);
    }

    List<String> notes() {
        return draft.notes();
    }

    private void tone() {
        double[] excess = corridor.excess(print.spectrum());
        double[] wanted = new double[excess.length];
        for (int band = 0; band < wanted.length; band++) {
            boolean rumble = excess[band] < 0 && ThirdOctaves.hertz(band) < LOWEST_BOOST_HZ;
            boolean left = rumble && manner == Manner.ASSIST;
            wanted[band] = left ? 0 : -manner.step(excess[band], amounts.tone());
        }
        List<ToneFit.Section> sections =
                helpful(ToneFit.fit(wanted, manner.toneDb(), manner.sections()), wanted, excess);
        if (sections.isEmpty()) {
            return;
        }
        Values values = ToneFit.values(sections);
        Insert insert = new Insert("assist-eq", "eq", values, null);
        draft.effect(insert);
        for (int i = 0; i < sections.size(); i++) {
            ToneFit.Section section = sections.get(i);
            int[] bands = bands(section);
            String what = Words.hertz(ThirdOctaves.hertz(bands[0])) + "–" + Words.hertz(ThirdOctaves.hertz(bands[1]));
            draft.move(
                    section.key(),
                    Aspect.TONE,
                    insert,
                    sectionChanges(i, values),
                    reason(section, excess),
                    new Draft.Measure(
                            what + " against " + corridor.label(),
                            "dB",
                            sound -> mean(corridor.excess(sound.spectrum()), bands),
                            sound -> Math.abs(mean(corridor.excess(sound.spectrum()), bands))));
        }
    }

    /// Those bands of a fit after which the tone where they act lies nearer to the corridor, by what the equalizer does
    /// to the spectrum; the gains of the others are fitted without the rest.
    private List<ToneFit.Section> helpful(List<ToneFit.Section> fitted, double[] wanted, double[] excess) {
        List<ToneFit.Section> left = fitted.stream()
                .filter(section -> !without.contains(section.key()))
                .toList();
        if (left.size() < fitted.size()) {
            left = ToneFit.refit(wanted, left, manner.toneDb());
        }
        while (true) {
            double[] levels = Corridor.levels(print.spectrum());
            for (ToneFit.Section section : left) {
                for (int band = 0; band < levels.length; band++) {
                    levels[band] += section.gainDb() * section.unit()[band];
                }
            }
            double[] after = corridor.excess(levels);
            double least = Draft.LEAST;
            ToneFit.@Nullable Section idle = null;
            for (ToneFit.Section section : left) {
                int[] bands = bands(section);
                double gained = Math.abs(mean(excess, bands)) - Math.abs(mean(after, bands));
                if (gained < least) {
                    least = gained;
                    idle = section;
                }
            }
            if (idle == null) {
                return left;
            }
            ToneFit.Section worst = idle;
            left = ToneFit.refit(
                    wanted, left.stream().filter(section -> section != worst).toList(), manner.toneDb());
        }
    }

    /// The first and the last third-octave band in which a section does at least half of what it does.
    private static int[] bands(ToneFit.Section section) {
        int first = -1;
        int last = -1;
        for (int band = Corridor.FIRST; band < Corridor.END; band++) {
            if (section.unit()[band] >= 0.5) {
                first = first < 0 ? band : first;
                last = band;
            }
        }
        return new int[] {Math.max(Corridor.FIRST, first), Math.max(Corridor.FIRST, last)};
    }

    private static double mean(double[] of, int[] bands) {
        double sum = 0;
        for (int band = bands[0]; band <= bands[1]; band++) {
            sum += of[band];
        }
        return sum / (bands[1] - bands[0] + 1);
    }

    /// Where a section acts, and what lies outside of the corridor there.
    private String reason(ToneFit.Section section, double[] excess) {
        int[] bands = bands(section);
        double mean = mean(excess, bands);
        String done = String.format(
                Locale.ROOT,
                "%s dB %s %s, Q %s",
                String.format(Locale.ROOT, "%+.1f", section.gainDb()),
                section.type().equals("bell")
                        ? "at"
                        : "with a " + section.type().replace('-', ' ') + " at",
                Words.hertz(section.hertz()),
                Words.number(section.q()));
        if (mean * section.gainDb() >= 0) {
            return "evens out what the neighboring bands add: " + done;
        }
        return String.format(
                Locale.ROOT,
                "%s–%s is %.1f dB %s %s of %s: %s",
                Words.hertz(ThirdOctaves.hertz(bands[0])),
                Words.hertz(ThirdOctaves.hertz(bands[1])),
                Math.abs(mean),
                mean > 0 ? "over" : "under",
                manner == Manner.ASSIST ? "the corridor" : "the tone",
                corridor.label(),
                done);
    }

    private void width() {
        if (print.report().channels().size() < 2) {
            draft.note("the width stays as it is: the print is mono");
            return;
        }
        if (Math.abs(print.report().balanceDb()) > PrintFaults.BALANCE_DB) {
            draft.note(String.format(
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
            if (!without.contains(STEREOIZER)) {
                stereoize();
            }
        } else if (moved) {
            widths(wanted);
        }
    }

    private void stereoize() {
        Param param = Draft.param(Draft.params("imager"), "stereoize");
        Param bass = Draft.param(Draft.params("imager"), "bass.mono");
        Values values = Values.INITIAL
                .with(param, Math.rint(STEREOIZE * amounts.width()))
                .with(bass, 1);
        Insert insert = new Insert("assist-imager", "imager", values, null);
        draft.effect(insert);
        draft.move(
                STEREOIZER,
                Aspect.WIDTH,
                insert,
                List.of(
                        Draft.change("imager", "stereoize", values, true),
                        Draft.change("imager", "bass.mono", values, false)),
                String.format(
                        Locale.ROOT,
                        "both channels are nearly the same (sides of %s against the middle), so there is nothing to"
                                + " widen: some sides are made of the middle, which stays as it is in mono",
                        Words.level(print.bands().get(1).sideDb())),
                sidesOf(1, print.bands().size()));
    }

    private Draft.Measure sidesOf(int first, int end) {
        Band from = print.bands().get(first);
        Band to = print.bands().get(end - 1);
        return new Draft.Measure(
                "Sides " + Words.range(from.fromHz(), to.toHz()),
                "dB",
                sound -> mean(first, end, i -> sound.bands().get(i).sideDb()),
                sound -> mean(
                        first, end, i -> Math.abs(corridor.beyond(sound.bands().get(i), i))));
    }

    private static double mean(int first, int end, IntToDoubleFunction of) {
        return IntStream.range(first, end).mapToDouble(of).average().orElse(0);
    }

    /// What all bands above the bass have in common is one width without crossovers, whose all-passes would raise
    /// peaks;
    /// what single bands need beyond that is done by an equalizer on the sides, which leaves the middle as it is.
    private void widths(double[] wanted) {
        double common = without.contains(IMAGER) ? 0 : common(wanted);
        if (common != 0) {
            ParamSet params = Draft.params("imager");
            Values values = Values.INITIAL
                    .with(
                            Draft.param(params, "bands"),
                            Draft.param(params, "bands").parse("1"))
                    .with(Draft.param(params, "width"), Math.rint(100 * Decibels.toGain(common)));
            Insert insert = new Insert("assist-imager", "imager", values, null);
            draft.effect(insert);
            draft.move(
                    IMAGER,
                    Aspect.WIDTH,
                    insert,
                    List.of(
                            Draft.change("imager", "bands", values, false),
                            Draft.change("imager", "width", values, true)),
                    sides(1, wanted.length, common),
                    sidesOf(1, wanted.length));
        }
        List<ToneFit.Section> sections = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<Draft.Measure> figures = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            double rest = tenth(rest(wanted, i, common));
            if (Math.abs(rest) >= LEAST_WIDTH_DB && !without.contains(SIDES + i)) {
                keys.add(SIDES + i);
                sections.add(section(i, rest));
                reasons.add(sides(i, i + 1, rest));
                figures.add(sidesOf(i, i + 1));
            }
        }
        if (!sections.isEmpty()) {
            Values values = ToneFit.sides(sections);
            Insert insert = new Insert("assist-sides", "eq", values, null);
            draft.effect(insert);
            for (int i = 0; i < sections.size(); i++) {
                draft.move(
                        keys.get(i),
                        Aspect.WIDTH,
                        insert,
                        sectionChanges(i, values, ".place"),
                        reasons.get(i),
                        figures.get(i));
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
            changes.add(Draft.change("eq", "band" + (index + 1) + control, values, control.equals(".gain")));
        }
        for (String control : more) {
            changes.add(Draft.change("eq", "band" + (index + 1) + control, values, false));
        }
        return changes;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
