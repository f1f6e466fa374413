package studio.headroom.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Which strip feeds which: the order in which they can be rendered, and what is heard while something is soloed.
final class SignalFlow {
    private final boolean anySolo;
    private final double rest;
    private final boolean[] soloedAbove;
    private final boolean[] soloedBelow;

    /// @param inMix whether solo acts on the mix
    /// @param rest the gain of what it does not let through, 0 for silence
    SignalFlow(List<PlannedStrip> strips, List<PlannedLink> links, boolean inMix, double rest) {
        this.rest = rest;
        anySolo = inMix && strips.stream().anyMatch(strip -> strip.strip().solo());
        soloedAbove = new boolean[strips.size()];
        soloedBelow = new boolean[strips.size()];
        followSolo(strips, links, order(strips.size(), links));
    }

    /// The link with what solo leaves of it: it is heard while nothing is soloed, else where the way through it passes
    /// a soloed strip. A strip that is safe is heard as if it were soloed, but opens no way into itself.
    ///
    /// What is only turned down is so once on its way: where it meets what passes a soloed strip, as it does in the
    /// master at the latest.
    PlannedLink heard(PlannedLink link) {
        boolean passes = !anySolo || soloedAbove[link.from()] || soloedBelow[link.to()];
        double heard = passes || rest > 0 && !soloedAbove[link.to()] ? 1 : rest;
        return new PlannedLink(link.key(), link.from(), link.to(), link.send(), heard, link.leaving());
    }

    /// Indices of strips so that each comes after all that feed it; lower ones first where there is a choice.
    ///
    /// @throws CircleException when there is no such order
    static List<Integer> order(int size, List<PlannedLink> links) {
        int[] waiting = new int[size];
        links.forEach(link -> waiting[link.to()]++);
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(next);
            for (PlannedLink link : links) {
                if (link.from() == next && --waiting[link.to()] == 0) {
                    ready.add(link.to());
                }
            }
        }
        if (sorted.size() < size) {
            throw new CircleException();
        }
        return sorted;
    }

    /// Strips feed each other. No project does; a plan that holds parts of two may.
    static final class CircleException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        CircleException() {
            super("strips that feed each other in a circle");
        }
    }

    private void followSolo(List<PlannedStrip> strips, List<PlannedLink> links, List<Integer> order) {
        for (int i : order) {
            soloedAbove[i] |=
                    strips.get(i).strip().solo() || strips.get(i).strip().soloSafe();
            for (PlannedLink link : links) {
                if (link.from() == i && link.carriesSound()) {
                    soloedAbove[link.to()] |= soloedAbove[i];
                }
            }
        }
        for (int n = order.size() - 1; n >= 0; n--) {
            int i = order.get(n);
            soloedBelow[i] |= strips.get(i).strip().solo();
            for (PlannedLink link : links) {
                if (link.to() == i && link.carriesSound()) {
                    soloedBelow[link.from()] |= soloedBelow[i];
                }
            }
        }
    }
}
