package studio.headroom.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;

/// Which strip feeds which: the order in which they can be rendered, and what is heard while something is soloed.
final class SignalFlow {
    /// A way from one strip to another, by index in [#strips]. An output has neither send nor key.
    record Link(
            int from, int to, @Nullable Send send, @Nullable Insert key) {
        boolean carriesSound() {
            return key == null;
        }
    }

    private final List<Strip> strips;
    private final List<Link> links = new ArrayList<>();
    private final int[] order;
    private final boolean anySolo;
    private final boolean[] soloedAbove;
    private final boolean[] soloedBelow;

    SignalFlow(Project project) {
        strips = Stream.concat(project.strips().stream(), Stream.of(project.master()))
                .toList();
        Map<String, Integer> indexById = new HashMap<>();
        for (int i = 0; i < strips.size(); i++) {
            indexById.put(strips.get(i).id(), i);
        }
        for (int i = 0; i < strips.size() - 1; i++) {
            Strip strip = strips.get(i);
            String output = strip.output();
            links.add(new Link(
                    i, output == null ? strips.size() - 1 : index(indexById, strip, output, "feeds"), null, null));
            for (Send send : strip.sends()) {
                links.add(new Link(i, index(indexById, strip, send.target(), "sends to"), send, null));
            }
        }
        for (int i = 0; i < strips.size(); i++) {
            for (Insert insert : strips.get(i).inserts()) {
                if (insert.key() != null) {
                    links.add(new Link(index(indexById, strips.get(i), insert.key(), "listens to"), i, null, insert));
                }
            }
        }
        order = topologicalOrder();
        anySolo = strips.stream().anyMatch(Strip::solo);
        soloedAbove = new boolean[strips.size()];
        soloedBelow = new boolean[strips.size()];
        followSolo();
    }

    private static int index(Map<String, Integer> indexById, Strip strip, String id, String verb) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new InvalidProjectException("'" + strip.name() + "' " + verb + " a strip that is not there: " + id);
        }
        return index;
    }

    /// Strips in mixer order, the master last.
    List<Strip> strips() {
        return strips;
    }

    /// Indices of strips so that each comes after all that feed it; mixer order where there is a choice.
    int[] order() {
        return order;
    }

    List<Link> into(int strip) {
        return links.stream().filter(link -> link.to == strip).toList();
    }

    /// Whether a link is heard: always while nothing is soloed, else where the way through it passes a soloed strip. A
    /// strip that is safe is heard as if it were soloed, but opens no way into itself.
    boolean audible(Link link) {
        return !anySolo || soloedAbove[link.from] || soloedBelow[link.to];
    }

    private int[] topologicalOrder() {
        int[] waiting = new int[strips.size()];
        links.forEach(link -> waiting[link.to]++);
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        int[] sorted = new int[waiting.length];
        int count = 0;
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted[count++] = next;
            for (Link link : links) {
                if (link.from == next && --waiting[link.to] == 0) {
                    ready.add(link.to);
                }
            }
        }
        if (count < sorted.length) {
            throw new IllegalStateException("a project with a feedback of strips was built");
        }
        return sorted;
    }

    private void followSolo() {
        for (int i : order) {
            Strip strip = strips.get(i);
            soloedAbove[i] |= strip.solo() || strip.soloSafe();
            for (Link link : links) {
                if (link.from == i && link.carriesSound()) {
                    soloedAbove[link.to] |= soloedAbove[i];
                }
            }
        }
        for (int n = order.length - 1; n >= 0; n--) {
            int i = order[n];
            soloedBelow[i] |= strips.get(i).solo();
            for (Link link : links) {
                if (link.to == i && link.carriesSound()) {
                    soloedBelow[link.from] |= soloedBelow[i];
                }
            }
        }
    }
}
