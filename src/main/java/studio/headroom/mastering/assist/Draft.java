package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import studio.headroom.effects.Catalogue;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Move.Change;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// What a plan is made of: effects in order, the moves that set them, and what else is worth knowing.
final class Draft {
    /// What a figure has to gain, in dB or LU: less is not seen in figures of tenths.
    static final double LEAST = 0.05;

    private final List<Insert> chain = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// A figure that a move is to change.
    ///
    /// @param off how far a sound is from where the move is to bring it, 0 or more, in the same unit
    record Measure(String what, String unit, ToDoubleFunction<PrintAnalysis> of, ToDoubleFunction<PrintAnalysis> off) {}

    void effect(Insert insert) {
        chain.add(insert);
    }

    /// @param key tells it from all other moves of plans for the same print
    void move(String key, Aspect aspect, Insert insert, List<Change> changes, String reason, Measure measure) {
        keys.add(key);
        moves.add(new Move(aspect, insert.id(), insert.type(), changes, reason, Optional.empty()));
        measures.add(measure);
    }

    void note(String note) {
        notes.add(note);
    }

    List<Insert> chain() {
        return List.copyOf(chain);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /// The moves with what they have changed.
    ///
    /// @param after the print through the chain
    List<Move> moves(PrintAnalysis before, PrintAnalysis after) {
        List<Move> measured = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Measure measure = measures.get(i);
            measured.add(moves.get(i)
                    .withFigure(new Move.Figure(
                            measure.what,
                            measure.of.applyAsDouble(before),
                            measure.of.applyAsDouble(after),
                            measure.unit)));
        }
        return List.copyOf(measured);
    }

    /// The keys of moves that bring their own figure no nearer to where it is to be.
    ///
    /// @param after the print through the chain
    Set<String> idle(PrintAnalysis before, PrintAnalysis after) {
        Set<String> idle = new HashSet<>();
        for (int i = 0; i < moves.size(); i++) {
            Measure measure = measures.get(i);
            if (measure.off.applyAsDouble(after) > measure.off.applyAsDouble(before) - LEAST) {
                idle.add(keys.get(i));
            }
        }
        return idle;
    }

    static ParamSet params(String effect) {
        return Catalogue.find(effect).orElseThrow().params();
    }

    static Param param(ParamSet params, String id) {
        return params.get(params.indexOf(id));
    }

    static Change change(String effect, String id, Values values, boolean scaled) {
        Param param = param(params(effect), id);
        double to = values.get(param);
        return new Change(id, param.initial(), to, param.format(param.initial()) + " → " + param.format(to), scaled);
    }
}
