package studio.headroom.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets one plan follow another while it sounds. What both have keeps its key and so its instance: filters ring on and
/// tails go on. What is new gets a key of its own and fades in; what is gone stays as *leaving* until it has faded out.
///
/// A strip goes on as the same one while its input has the same channels. Otherwise the old one leaves as a whole and
/// a new one joins.
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
                next.sampleRate(),
                next.beatsPerMinute(),
                next.panLaw(),
                strips,
                links,
                SignalFlow.order(strips.size(), links));
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

    /// The effects of both in one order: those that go on, and between them those that leave before those that take
    /// their place. Null where the strip cannot go on as the same one.
    private static @Nullable List<PlannedInsert> chain(PlannedStrip old, PlannedStrip strip) {
        if (old.strip().kind() != strip.strip().kind() || old.inputChannels() != strip.inputChannels()) {
            return null;
        }
        return merged(old.key(), old.chain(), strip.chain());
    }

    private static List<PlannedInsert> merged(
            PlannedStrip.Key strip, List<PlannedInsert> old, List<PlannedInsert> fresh) {
        Map<String, Integer> generation = old.stream()
                .collect(Collectors.toMap(
                        insert -> insert.key().insertId(),
                        insert -> insert.key().generation()));
        int[] goesOnAs = kept(old, fresh);
        List<PlannedInsert> merged = new ArrayList<>();
        int j = 0;
        for (int i = 0; i <= old.size(); i++) {
            int until = i == old.size() ? fresh.size() : goesOnAs[i];
            if (until < 0) {
                merged.add(old.get(i).onItsWayOut());
                continue;
            }
            for (; j < until; j++) {
                int last = generation.getOrDefault(fresh.get(j).key().insertId(), -1);
                merged.add(fresh.get(j).as(strip, last + 1));
            }
            if (i < old.size()) {
                merged.add(fresh.get(j++).as(strip, old.get(i).key().generation()));
            }
        }
        return merged;
    }

    /// For each old effect the new one that it goes on as, or -1: the longest common subsequence, but nothing that one
    /// has moved across. Else the moved one would act twice for a moment, before and behind the others.
    private static int[] kept(List<PlannedInsert> old, List<PlannedInsert> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = fresh.get(j).continues(old.get(i))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int[] kept = new int[old.size()];
        Arrays.fill(kept, -1);
        for (int i = 0, j = 0; i < old.size() && j < fresh.size(); ) {
            if (fresh.get(j).continues(old.get(i))) {
                kept[i++] = j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        int[] stays = kept.clone();
        for (int i = 0; i < old.size(); i++) {
            int moved = kept[i] >= 0 ? -1 : place(old.get(i), fresh);
            for (int k = 0; k < old.size() && moved >= 0; k++) {
                if (kept[k] >= 0 && k < i != kept[k] < moved) {
                    stays[k] = -1;
                }
            }
        }
        return stays;
    }

    private static int place(PlannedInsert insert, List<PlannedInsert> fresh) {
        for (int j = 0; j < fresh.size(); j++) {
            if (fresh.get(j).continues(insert)) {
                return j;
            }
        }
        return -1;
    }

    private void addLinks() {
        Map<String, PlannedStrip.Key> present = new HashMap<>();
        strips.stream()
                .filter(strip -> !strip.leaving())
                .forEach(strip -> present.put(strip.key().stripId(), strip.key()));
        Set<PlannedLink.Key> known = new HashSet<>();
        for (PlannedLink link : next.links()) {
            PlannedStrip.Key from =
                    Objects.requireNonNull(present.get(link.key().from().stripId()));
            PlannedStrip.Key to =
                    Objects.requireNonNull(present.get(link.key().to().stripId()));
            PlannedLink planned = between(link, from, to);
            links.add(planned);
            known.add(planned.key());
        }
        for (PlannedLink link : previous.links()) {
            if (!known.contains(link.key())) {
                PlannedLink old = between(link, link.key().from(), link.key().to());
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

    private PlannedLink between(PlannedLink link, PlannedStrip.Key from, PlannedStrip.Key to) {
        int fromIndex = Objects.requireNonNull(index.get(from));
        int toIndex = Objects.requireNonNull(index.get(to));
        return link.between(from, fromIndex, to, toIndex);
    }

    /// Whether an effect that leaves still listens to this.
    private boolean listens(PlannedLink link) {
        return strips.get(link.to()).chain().stream()
                .anyMatch(insert -> insert.leaving()
                        && insert.key().insertId().equals(link.key().of()));
    }

    /// The previous plan at the values of the next one, with all fading out that has a way which the next one does not
    /// have.
    private static MixPlan farewell(MixPlan previous, MixPlan next) {
        Map<List<Object>, PlannedLink> stay =
                next.links().stream().collect(Collectors.toMap(Succession::name, Function.identity()));
        Map<String, PlannedStrip> after = next.strips().stream()
                .collect(Collectors.toMap(strip -> strip.key().stripId(), Function.identity()));
        List<PlannedLink> links = previous.links().stream()
                .map(link -> {
                    PlannedLink goesOn = stay.get(name(link));
                    return goesOn == null ? link.onItsWayOut() : link.like(goesOn);
                })
                .toList();
        Set<List<Object>> gone = previous.links().stream()
                .map(Succession::name)
                .filter(name -> !stay.containsKey(name))
                .collect(Collectors.toSet());
        List<PlannedStrip> strips = previous.strips().stream()
                .map(strip -> {
                    PlannedStrip goesOn = after.get(strip.key().stripId());
                    return goesOn == null ? strip.onItsWayOut() : last(strip, goesOn, gone);
                })
                .toList();
        return new MixPlan(
                previous.sampleRate(), next.beatsPerMinute(), next.panLaw(), strips, links, previous.order());
    }

    /// A strip that is heard a last time as it is, at the values that it is to have next.
    private static PlannedStrip last(PlannedStrip old, PlannedStrip next, Set<List<Object>> gone) {
        if (old.strip().kind() != next.strip().kind()) {
            return old;
        }
        List<PlannedInsert> chain = old.chain().stream()
                .map(insert -> {
                    String key = insert.insert().key();
                    String id = insert.key().insertId();
                    if (key != null
                            && gone.contains(List.of(key, old.key().stripId(), PlannedLink.Kind.SIDECHAIN, id))) {
                        return insert.onItsWayOut();
                    }
                    int place = place(insert, next.chain());
                    return place < 0
                            ? insert
                            : next.chain().get(place).as(old.key(), insert.key().generation());
                })
                .toList();
        boolean alike = old.inputChannels() == next.inputChannels();
        PlannedStrip last = alike
                ? old.playing(next.strip(), next.media())
                : old.playing(next.strip().withClips(old.strip().clips()), old.media());
        return last.withChain(chain);
    }

    private static List<Object> name(PlannedLink link) {
        return List.of(
                link.key().from().stripId(),
                link.key().to().stripId(),
                link.key().kind(),
                link.key().of());
    }
}
