package studio.headroom.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets one plan follow another while it sounds. What both have keeps its key and so its instance: filters ring on and
/// tails go on. What is new gets a key of its own and fades in; what is gone stays as *leaving* until it has faded out.
///
/// A strip goes on as the same one while its input has the same channels and the effects that it keeps still get
/// theirs. Otherwise the old one leaves as a whole and a new one joins.
public final class Succession {
    private final MixPlan previous;
    private final MixPlan next;
    private final List<PlannedStrip> strips = new ArrayList<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final Map<PlannedStrip.Key, Integer> index = new HashMap<>();

    private Succession(MixPlan previous, MixPlan next) {
        this.previous = previous;
        this.next = next;
    }

    /// What is to sound next.
    ///
    /// @param complete whether it is all of what was asked for; where not, the same is to be asked again when it
    /// has
    ///     settled
    public record Step(MixPlan plan, boolean complete) {}

    /// @param previous a plan in which nothing is leaving any more
    /// @param next a plan of a whole song, all of generation 0
    /// @return `next` with the keys of what goes on from `previous` and with what leaves; where both cannot sound
    ///     together without feeding themselves, `previous` with what is gone fading out, which is not complete
    public static Step step(MixPlan previous, MixPlan next) {
        try {
            return new Step(new Succession(previous, next).merge(), true);
        } catch (SignalFlow.CircleException e) {
            return new Step(farewell(previous, next), false);
        }
    }

    /// The plan of [#step].
    public static MixPlan of(MixPlan previous, MixPlan next) {
        return step(previous, next).plan();
    }

    private MixPlan merge() {
        Map<String, PlannedStrip> before = previous.strips().stream()
                .collect(Collectors.toMap(strip -> strip.key().stripId(), Function.identity()));
        Set<PlannedStrip.Key> goesOn = new HashSet<>();
        for (PlannedStrip strip : next.strips()) {
            PlannedStrip old = before.get(strip.key().stripId());
            List<PlannedInsert> chain = old == null ? null : chain(old, strip);
            if (old == null) {
                add(strip);
            } else if (chain == null) {
                add(renewed(strip, old.key().generation() + 1));
            } else {
                goesOn.add(old.key());
                add(strip.generation(old.key().generation()).withChain(chain));
            }
        }
        for (PlannedStrip old : previous.strips()) {
            if (!goesOn.contains(old.key())) {
                add(old.onItsWayOut());
            }
        }
        addLinks();
        return new MixPlan(
                next.sampleRate(), next.beatsPerMinute(), strips, links, SignalFlow.order(strips.size(), links));
    }

    private void add(PlannedStrip strip) {
        index.put(strip.key(), strips.size());
        strips.add(strip);
    }

    private static PlannedStrip renewed(PlannedStrip strip, int generation) {
        PlannedStrip renewed = strip.generation(generation);
        return renewed.withChain(strip.chain().stream()
                .map(insert -> insert.as(renewed.key(), 0))
                .toList());
    }

    /// The effects of both in one order: those that go on, those that join, those that leave at the place where they
    /// were. Null where the strip cannot go on as the same one.
    private static @Nullable List<PlannedInsert> chain(PlannedStrip old, PlannedStrip strip) {
        if (old.strip().kind() != strip.strip().kind() || old.inputChannels() != strip.inputChannels()) {
            return null;
        }
        List<PlannedInsert> merged = merged(old.key(), old.chain(), strip.chain());
        int channels = strip.inputChannels();
        for (PlannedInsert insert : merged) {
            if (insert.channels() != channels) {
                return null;
            }
            channels = insert.outputChannels();
        }
        return merged;
    }

    /// By the longest common subsequence of what goes on.
    private static List<PlannedInsert> merged(
            PlannedStrip.Key strip, List<PlannedInsert> old, List<PlannedInsert> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = fresh.get(j).continues(old.get(i))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        Map<String, Integer> generation = old.stream()
                .collect(Collectors.toMap(
                        insert -> insert.key().insertId(),
                        insert -> insert.key().generation()));
        List<PlannedInsert> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && fresh.get(j).continues(old.get(i))) {
                merged.add(fresh.get(j++).as(strip, old.get(i++).key().generation()));
            } else if (i < old.size() && (j == fresh.size() || common[i + 1][j] >= common[i][j + 1])) {
                merged.add(old.get(i++).onItsWayOut());
            } else {
                PlannedInsert joining = fresh.get(j++);
                int last = generation.getOrDefault(joining.key().insertId(), -1);
                merged.add(joining.as(strip, last + 1));
            }
        }
        return merged;
    }

    private void addLinks() {
        Map<String, PlannedStrip.Key> present = new HashMap<>();
        strips.stream()
                .filter(strip -> !strip.leaving())
                .forEach(strip -> present.put(strip.key().stripId(), strip.key()));
        Set<PlannedLink.Key> known = new HashSet<>();
        for (PlannedLink link : next.links()) {
            PlannedStrip.Key from = present.get(link.key().from().stripId());
            PlannedStrip.Key to = present.get(link.key().to().stripId());
            PlannedLink planned = link.between(from, index.get(from), to, index.get(to));
            links.add(planned);
            known.add(planned.key());
        }
        for (PlannedLink link : previous.links()) {
            if (!known.contains(link.key())) {
                PlannedStrip.Key from = link.key().from();
                PlannedStrip.Key to = link.key().to();
                PlannedLink old = link.between(from, index.get(from), to, index.get(to));
                boolean targetLeaves = strips.get(old.to()).leaving();
                // Into what leaves as a whole the sound goes on as before: it fades at the way out.
                if (targetLeaves) {
                    links.add(old);
                } else if (old.carriesSound() || listens(old)) {
                    links.add(old.onItsWayOut());
                }
            }
        }
    }

    /// Whether an effect that leaves still listens to this.
    private boolean listens(PlannedLink link) {
        return strips.get(link.to()).chain().stream()
                .anyMatch(insert -> insert.leaving()
                        && insert.key().insertId().equals(link.key().of()));
    }

    /// The previous plan with all links fading out that the next one does not have.
    private static MixPlan farewell(MixPlan previous, MixPlan next) {
        Set<List<Object>> stay = next.links().stream().map(Succession::name).collect(Collectors.toSet());
        List<PlannedLink> links = previous.links().stream()
                .map(link -> stay.contains(name(link)) || !link.carriesSound() ? link : link.onItsWayOut())
                .toList();
        return new MixPlan(
                previous.sampleRate(), previous.beatsPerMinute(), previous.strips(), links, previous.order());
    }

    private static List<Object> name(PlannedLink link) {
        return List.of(
                link.key().from().stripId(),
                link.key().to().stripId(),
                link.key().kind(),
                link.key().of());
    }
}
