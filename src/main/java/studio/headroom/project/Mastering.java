package studio.headroom.project;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The second stage of a song: what is done to its mix print, and what is delivered.
///
/// @param chain effects in order; empty means the default chain
/// @param target name of a delivery target, or empty
/// @param tags title, artist and so on, by tag name
/// @param slot the one of [Snapshot#SLOTS] that [#chain] belongs to
/// @param slots chains that are kept in the other slots; effects that several chains have bear the same id in all of
///     them, so that changing between them is heard as moves of their controls
/// @param print name of the print that is worked on, in the project's `prints` folder; empty for the newest
/// @param kept names of prints that are never cleared away
/// @param references in the order they are shown
/// @param toDos what the mastering asks of the mix, in the order they were written
/// @param ends what of the print is delivered
public record Mastering(
        List<Insert> chain,
        String target,
        SortedMap<String, String> tags,
        String slot,
        SortedMap<String, List<Insert>> slots,
        String print,
        SortedSet<String> kept,
        List<Reference> references,
        List<ToDo> toDos,
        Ends ends) {
    public static final Mastering NONE = new Mastering(List.of(), "", new TreeMap<>());

    public Mastering {
        chain = List.copyOf(chain);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        SortedMap<String, List<Insert>> copies = new TreeMap<>();
        slots.forEach((letter, inserts) -> copies.put(letter, List.copyOf(inserts)));
        slots = Collections.unmodifiableSortedMap(copies);
        kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
        references = List.copyOf(references);
        toDos = List.copyOf(toDos);
        requireChain(chain);
        slots.values().forEach(Mastering::requireChain);
        if (!Snapshot.SLOTS.contains(slot) || !Snapshot.SLOTS.containsAll(slots.keySet())) {
            throw new InvalidProjectException("a mastering chain has the slots " + Snapshot.SLOTS + " and no others");
        }
        requireDifferent(references.stream().map(Reference::id).toList(), "references");
        requireDifferent(toDos.stream().map(ToDo::id).toList(), "notes to the mix");
    }

    /// A mastering that has a chain only, in slot A.
    public Mastering(List<Insert> chain, String target, SortedMap<String, String> tags) {
        this(
                chain,
                target,
                tags,
                Snapshot.SLOTS.getFirst(),
                new TreeMap<>(),
                "",
                new TreeSet<>(),
                List.of(),
                List.of(),
                Ends.WHOLE);
    }

    private static void requireChain(List<Insert> chain) {
        if (chain.stream().anyMatch(insert -> insert.key() != null)) {
            throw new InvalidProjectException("the mastering chain has no other strips to listen to");
        }
        requireDifferent(chain.stream().map(Insert::id).toList(), "effects of a mastering chain");
    }

    private static void requireDifferent(Collection<String> ids, String what) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new InvalidProjectException("two " + what + " have the id '" + id + "'");
            }
        }
    }

    public Mastering withChain(List<Insert> changed) {
        return new Mastering(changed, target, tags, slot, slots, print, kept, references, toDos, ends);
    }

    public Mastering withTarget(String changed) {
        return new Mastering(chain, changed, tags, slot, slots, print, kept, references, toDos, ends);
    }

    public Mastering withTags(SortedMap<String, String> changed) {
        return new Mastering(chain, target, changed, slot, slots, print, kept, references, toDos, ends);
    }

    /// @param letter the slot that the chain belongs to from now on
    public Mastering withSlots(String letter, SortedMap<String, List<Insert>> changed) {
        return new Mastering(chain, target, tags, letter, changed, print, kept, references, toDos, ends);
    }

    public Mastering withPrint(String changed) {
        return new Mastering(chain, target, tags, slot, slots, changed, kept, references, toDos, ends);
    }

    public Mastering withKept(SortedSet<String> changed) {
        return new Mastering(chain, target, tags, slot, slots, print, changed, references, toDos, ends);
    }

    public Mastering withReferences(List<Reference> changed) {
        return new Mastering(chain, target, tags, slot, slots, print, kept, changed, toDos, ends);
    }

    public Mastering withToDos(List<ToDo> changed) {
        return new Mastering(chain, target, tags, slot, slots, print, kept, references, changed, ends);
    }

    public Mastering withEnds(Ends changed) {
        return new Mastering(chain, target, tags, slot, slots, print, kept, references, toDos, changed);
    }
}
