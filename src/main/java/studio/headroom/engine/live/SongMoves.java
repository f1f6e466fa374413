package studio.headroom.engine.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Tells apart what of an edit can be reached by moving controls and what needs a new graph.
final class SongMoves {
    /// Takes the moves.
    @FunctionalInterface
    interface Receiver {
        /// @param owner id of the strip, insert or send
        /// @param param index of the control; of an insert, its effect's controls and behind them the bypass
        void move(String owner, int param, double value);
    }

    private final Receiver receiver;

    private SongMoves(Receiver receiver) {
        this.receiver = receiver;
    }

    /// Sends a move for each control that has another value, of all that both songs have.
    static void send(Project from, Project to, Receiver receiver) {
        new SongMoves(receiver).strips(from, to);
    }

    /// As [#send(Project, Project, Receiver)], of the chain that is listened through.
    static void send(Listening from, Listening to, Receiver receiver) {
        new SongMoves(receiver).inserts(from.chain(), to.chain());
    }

    private void strips(Project from, Project to) {
        if (from == to) {
            return;
        }
        Map<String, Strip> before = new HashMap<>();
        from.strips().forEach(strip -> before.put(strip.id(), strip));
        before.put(from.master().id(), from.master());
        to.strips().forEach(strip -> strip(before.get(strip.id()), strip));
        strip(before.get(to.master().id()), to.master());
        inserts(from.mastering().chain(), to.mastering().chain());
    }

    private void strip(@Nullable Strip from, Strip to) {
        if (from == null || from == to) {
            return;
        }
        values(to.id(), StripControls.PARAMS, from.controls(), to.controls());
        inserts(from.inserts(), to.inserts());
        for (Send send : to.sends()) {
            for (Send old : from.sends()) {
                if (old.id().equals(send.id())) {
                    values(send.id(), StripControls.SEND_PARAMS, old.controls(), send.controls());
                }
            }
        }
    }

    private void inserts(List<Insert> from, List<Insert> to) {
        for (Insert insert : to) {
            for (Insert old : from) {
                if (old != insert && old.id().equals(insert.id()) && old.type().equals(insert.type())) {
                    insert(old, insert);
                }
            }
        }
    }

    private void insert(Insert old, Insert insert) {
        EffectType type = Catalogue.find(insert.type()).orElse(null);
        if (type != null) {
            values(insert.id(), type.params(), old.values(), insert.values());
            if (old.bypassed() != insert.bypassed()) {
                receiver.move(insert.id(), type.params().size(), insert.bypassed() ? 1 : 0);
            }
        }
    }

    private void values(String owner, ParamSet params, Values from, Values to) {
        if (from.equals(to)) {
            return;
        }
        for (int i = 0; i < params.size(); i++) {
            Param param = params.get(i);
            double value = to.get(param);
            if (value != from.get(param)) {
                receiver.move(owner, i, value);
            }
        }
    }

    /// Whether a graph of the one song, its controls moved, sounds like the other.
    static boolean enough(Project from, Project to) {
        if (from == to) {
            return true;
        }
        if (!from.tempo().equals(to.tempo())
                || from.panLaw() != to.panLaw()
                || from.sampleRate() != to.sampleRate()
                || from.strips().size() != to.strips().size()
                || !from.media().equals(to.media())
                || !sameInserts(from.mastering().chain(), to.mastering().chain())
                || !sameShape(from.master(), to.master())) {
            return false;
        }
        for (int i = 0; i < from.strips().size(); i++) {
            if (!sameShape(from.strips().get(i), to.strips().get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a graph for the one way of listening, its controls moved, sounds like one for the other.
    static boolean enough(Listening from, Listening to) {
        return from.solo() == to.solo() && from.frontDb() == to.frontDb() && sameInserts(from.chain(), to.chain());
    }

    private static boolean sameShape(Strip a, Strip b) {
        return a == b
                || a.id().equals(b.id())
                        && a.kind() == b.kind()
                        && a.solo() == b.solo()
                        && a.soloSafe() == b.soloSafe()
                        && Objects.equals(a.output(), b.output())
                        && a.automation().equals(b.automation())
                        && a.clips().equals(b.clips())
                        && a.controls().get(StripControls.DELAY) == b.controls().get(StripControls.DELAY)
                        && sameInserts(a.inserts(), b.inserts())
                        && sameSends(a.sends(), b.sends());
    }

    private static boolean sameInserts(List<Insert> a, List<Insert> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            Insert from = a.get(i);
            Insert to = b.get(i);
            if (!from.id().equals(to.id())
                    || !from.type().equals(to.type())
                    || !Objects.equals(from.key(), to.key())
                    || !sameFixedValues(from, to)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFixedValues(Insert from, Insert to) {
        return Catalogue.find(to.type()).stream()
                .flatMap(type -> type.params().params().stream())
                .filter(param -> !param.automatable())
                .allMatch(param -> from.values().get(param) == to.values().get(param));
    }

    private static boolean sameSends(List<Send> a, List<Send> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).id().equals(b.get(i).id())
                    || !a.get(i).target().equals(b.get(i).target())
                    || a.get(i).preFader() != b.get(i).preFader()) {
                return false;
            }
        }
        return true;
    }
}
