package studio.headroom.mastering.assist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.audio.SequentialReader;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Move.Change;
import studio.headroom.project.Insert;

/// Advises on a print: listens to it, plans what comes before the limiter, renders that and listens again, so that the
/// loudness is chosen by what reaches the limiter. A move whose own figure came no nearer to where it is to be is left
/// out, and the rest planned and rendered without it. The same input gives the same advice, whatever the machine.
public final class AssistJob {
    /// Raising by the limiter costs some loudness itself; so much of the allowed reduction is kept back, in dB.
    private static final double RESERVE_DB = 0.5;

    private static final double LEAST_STEP_LU = 0.05;
    /// How near a trial comes to its loudness, in LU.
    public static final double NEAR_LU = 0.1;

    private static final String LIMITER = "assist-limiter";

    private AssistJob() {}

    /// What is asked for.
    ///
    /// @param ceiling of the master in dBTP
    /// @param lufs loudness that the master must have; without one it is advised
    public record Settings(Corridor corridor, Amounts amounts, Manner manner, double ceiling, OptionalDouble lufs) {}

    /// Listens to a file of one or two channels.
    ///
    /// @throws IOException that names the file and the cure
    public static PrintAnalysis listen(Path file, Progress progress) throws IOException {
        try (SampleStream stream = Sources.stream(file)) {
            return PrintAnalysis.of(stream, file.toString(), progress);
        }
    }

    /// @throws IOException that names the file and the cure
    public static Advice run(Path print, Settings settings, Progress progress) throws IOException {
        try (SampleSource source = Sources.randomAccess(print, progress)) {
            return run(source, print.toString(), settings, progress);
        }
    }

    /// @param name what the source is called in errors
    public static Advice run(SampleSource source, String name, Settings settings, Progress progress)
            throws IOException {
        PrintAnalysis before = PrintAnalysis.of(new SequentialReader(source), name, progress);
        Set<String> without = new HashSet<>();
        Plan plan = Plan.of(before, settings.corridor, settings.amounts, settings.manner, without);
        PrintAnalysis after = through(source, before, plan, progress);
        for (Set<String> idle = plan.idle(after); !idle.isEmpty(); idle = plan.idle(after)) {
            without.addAll(idle);
            plan = Plan.of(before, settings.corridor, settings.amounts, settings.manner, without);
            after = through(source, before, plan, progress);
        }
        List<Move> moves = new ArrayList<>(plan.moves(after));
        List<String> notes = new ArrayList<>(plan.notes());
        double lufs = loudness(before, after, settings, moves, notes);
        List<Insert> chain = new ArrayList<>(plan.chain());
        chain.add(Insert.create(LIMITER, "limiter"));
        return new Advice(
                chain,
                lufs,
                settings.ceiling,
                moves,
                PrintFaults.of(before, settings.corridor),
                notes,
                before,
                after,
                settings.corridor);
    }

    private static PrintAnalysis through(SampleSource source, PrintAnalysis before, Plan plan, Progress progress)
            throws IOException {
        return plan.chain().isEmpty() ? before : rendered(source, plan.chain(), progress);
    }

    /// A master that was tried.
    ///
    /// @param chain with the limiter that the sound is driven into
    /// @param after the print through all of it
    /// @param gainDb into the limiter
    /// @param limitedDb what the limiter takes off the highest peak, 0 or more
    public record Trial(List<Insert> chain, PrintAnalysis after, double gainDb, double limitedDb) {}

    /// Renders a print through the moves of an advice and drives it into the limiter until it has its loudness, within
    /// [#NEAR_LU]; no more than [Manner#MOST_REDUCTION_DB] are limited for it where the loudness was advised.
    ///
    /// @param shares of each move in their order, 0..1
    public static Trial tryOut(SampleSource print, Advice advice, List<Double> shares, Progress progress)
            throws IOException {
        List<Insert> front = advice.front(shares);
        PrintAnalysis before = front.isEmpty() ? advice.before() : rendered(print, front, progress);
        double lufs = advice.lufs(shares);
        double peak = before.report().truePeakDbtp();
        double gain = hundredth(lufs - before.report().integratedLufs());
        List<Insert> chain = advice.driven(front, gain);
        PrintAnalysis after = rendered(print, chain, progress);
        double missing = lufs - after.report().integratedLufs();
        double room = Math.max(Manner.MOST_REDUCTION_DB, peak + gain - advice.ceiling()) + advice.ceiling() - peak;
        double better = hundredth(Math.min(gain + missing, room));
        if (Math.abs(missing) > NEAR_LU && better != gain) {
            gain = better;
            chain = advice.driven(front, gain);
            after = rendered(print, chain, progress);
        }
        return new Trial(chain, after, gain, Math.max(0, peak + gain - advice.ceiling()));
    }

    private static double hundredth(double db) {
        return Math.rint(db * 100) / 100;
    }

    private static PrintAnalysis rendered(SampleSource source, List<Insert> chain, Progress progress)
            throws IOException {
        int channels = ChainRender.shape(source, chain).channels();
        AudioFormat format = new AudioFormat(source.format().sampleRate(), channels);
        PrintAnalysis.Listener listener = new PrintAnalysis.Listener(format);
        ChainRender.run(source, 0, chain, source.frames(), listener, "Trying the chain", progress);
        return listener.result();
    }

    /// Chooses the loudness, adding why.
    private static double loudness(
            PrintAnalysis before, PrintAnalysis after, Settings settings, List<Move> moves, List<String> notes) {
        double from = before.report().integratedLufs();
        double plr = after.report().plrDb();
        if (settings.lufs.isPresent()) {
            double lufs = settings.lufs.getAsDouble();
            double limited = plr + lufs - settings.ceiling;
            if (limited > Manner.MOST_REDUCTION_DB) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%.1f LUFS, as you or the target asked for, take %.1f dB of limiting; %.1f LUFS would take %.0f dB",
                        lufs,
                        limited,
                        settings.ceiling - plr + Manner.MOST_REDUCTION_DB,
                        Manner.MOST_REDUCTION_DB));
            }
            step(from, lufs, "as you or the target asked for", moves);
            return lufs;
        }
        double amount = settings.amounts.loudness();
        double aim = from + amount * (settings.corridor.lufs() - from);
        boolean pressed = settings.corridor.plr().beyond(before.report().plrDb()) < 0;
        double most = settings.ceiling - plr + (pressed ? 0 : Manner.MOST_REDUCTION_DB - RESERVE_DB);
        if (amount == 0 && aim <= most) {
            return from;
        }
        double lufs = Math.floor(Math.min(aim, most) * 10 + 1e-6) / 10;
        if (Math.abs(lufs - settings.corridor.lufs()) >= Math.abs(from - settings.corridor.lufs())) {
            return stays(from, most, settings.ceiling, before.report().truePeakDbtp(), notes);
        }
        String why = String.format(
                Locale.ROOT, "masters of %s lie at %.1f LUFS", settings.corridor.label(), settings.corridor.lufs());
        if (amount < 1) {
            why += String.format(Locale.ROOT, ", and %.0f %% of the way there are taken", 100 * amount);
        }
        if (most < aim) {
            why += pressed
                    ? String.format(
                            Locale.ROOT,
                            "; it stops where the limiter would begin, since peaks that stand %.1f dB over the loudness"
                                    + " have been pressed already",
                            plr)
                    : String.format(
                            Locale.ROOT,
                            "; it stops where the limiter takes about %.0f dB off peaks that stand %.1f dB over the"
                                    + " loudness",
                            Manner.MOST_REDUCTION_DB,
                            plr);
        }
        step(from, lufs, why, moves);
        return lufs;
    }

    /// The loudness of a print that comes no nearer to its style: its own, or as much as its peaks leave of that.
    private static double stays(double from, double most, double ceiling, double peak, List<String> notes) {
        if (from <= most) {
            return from;
        }
        double lufs = Math.floor(most * 10 + 1e-6) / 10;
        notes.add(String.format(
                Locale.ROOT,
                "the loudness goes from %.1f LUFS to %.1f LUFS: peaks of %.1f dBTP are brought under %.1f dBTP with no more"
                        + " limiting than is good for them",
                from,
                lufs,
                peak,
                ceiling));
        return lufs;
    }

    private static void step(double from, double to, String why, List<Move> moves) {
        if (Math.abs(to - from) >= LEAST_STEP_LU) {
            String text = String.format(Locale.ROOT, "%.1f LUFS → %.1f LUFS", from, to);
            moves.add(new Move(
                    Aspect.LOUDNESS,
                    LIMITER,
                    "limiter",
                    List.of(new Change("lufs", from, to, text, true)),
                    why,
                    Optional.of(new Move.Figure("Loudness", from, to, "LUFS"))));
        }
    }
}
