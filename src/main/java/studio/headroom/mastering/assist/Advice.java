package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.effects.Catalogue;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What the assistant would do with a print.
///
/// @param chain ordinary effects in order, ending with the limiter
/// @param lufs integrated loudness to master to
/// @param ceiling of the master in dBTP
/// @param moves what was changed and why
/// @param findings what stands out, to be mended here or in the mix
/// @param notes what else is worth knowing, in words
/// @param before the print
/// @param after the print through the chain up to the limiter
/// @param corridor what it was compared with
public record Advice(
        List<Insert> chain,
        double lufs,
        double ceiling,
        List<Move> moves,
        List<Finding> findings,
        List<String> notes,
        PrintAnalysis before,
        PrintAnalysis after,
        Corridor corridor) {
    public Advice {
        chain = List.copyOf(chain);
        moves = List.copyOf(moves);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// The chain where its moves are taken in part, up to the limiter; an effect of which nothing is taken is not in
    /// it.
    ///
    /// @param shares of each move in their order, 0..1
    public List<Insert> front(List<Double> shares) {
        List<Insert> taken = new ArrayList<>();
        for (Insert insert : chain.subList(0, chain.size() - 1)) {
            ParamSet params = Catalogue.find(insert.type()).orElseThrow().params();
            Values values = Values.INITIAL;
            boolean any = false;
            for (int i = 0; i < moves.size(); i++) {
                Move move = moves.get(i);
                if (move.insert().equals(insert.id()) && shares.get(i) > 0) {
                    any = true;
                    values = with(values, params, move, shares.get(i));
                }
            }
            if (any) {
                taken.add(insert.withValues(values));
            }
        }
        return List.copyOf(taken);
    }

    private static Values with(Values values, ParamSet params, Move move, double share) {
        Values changed = values;
        for (Move.Change change : move.changes()) {
            Param param = params.get(params.indexOf(change.param()));
            double exact = change.at(share);
            // Whole moves are set as they were advised, parts of them as people would.
            changed = changed.with(param, share == 1 || !change.scaled() ? exact : Math.rint(exact * 10) / 10);
        }
        return changed;
    }

    /// The loudness to master to where moves are taken in part.
    ///
    /// @param shares of each move in their order, 0..1
    public double lufs(List<Double> shares) {
        double from = before.report().integratedLufs();
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i).aspect() == Aspect.LOUDNESS) {
                return from + shares.get(i) * (lufs - from);
            }
        }
        return lufs;
    }

    /// A chain with the limiter at its end, which the sound is driven into.
    ///
    /// @param gainDb into the limiter; what turns down stands before it
    public List<Insert> driven(List<Insert> front, double gainDb) {
        List<Insert> whole = new ArrayList<>(front);
        if (gainDb < 0) {
            whole.add(
                    new Insert("assist-level", "utility", Values.INITIAL.with(param("utility", "gain"), gainDb), null));
        }
        Values values = chain.getLast()
                .values()
                .with(param("limiter", "ceiling"), ceiling)
                .with(param("limiter", "gain"), Math.max(0, gainDb));
        whole.add(chain.getLast().withValues(values));
        return List.copyOf(whole);
    }

    private static Param param(String effect, String id) {
        ParamSet params = Catalogue.find(effect).orElseThrow().params();
        return params.get(params.indexOf(id));
    }
}
