package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.ToDo;

/// Edits of the second stage. Those of single effects of its chain are [InsertEdits].
public final class MasteringEdits {
    private MasteringEdits() {}

    /// Puts another chain in the place of the present one. Where both have an effect of a type, the new one gets the
    /// id of the old one, so that it is heard as moves of its controls; all others get new ids.
    ///
    /// @param name what people read after "Undo"
    public static Edit chain(String name, List<Insert> chain) {
        List<Insert> wanted = List.copyOf(chain);
        return change(name, (project, mastering) -> {
            List<Insert> free = new ArrayList<>(mastering.chain());
            int number = Ids.nextNumber(project, Ids.INSERT);
            List<Insert> named = new ArrayList<>();
            for (Insert insert : wanted) {
                Insert old = free.stream()
                        .filter(candidate -> candidate.type().equals(insert.type()))
                        .findFirst()
                        .orElse(null);
                free.remove(old);
                String id = old != null ? old.id() : Ids.INSERT + number++;
                named.add(insert.withId(id).withKey(null));
            }
            return mastering.withChain(named);
        });
    }

    /// Works on in another slot: the present chain stays in its slot, that of the other one comes; a slot that was
    /// empty begins with the present chain.
    ///
    /// @param letter one of [Snapshot#SLOTS]
    public static Edit slot(String letter) {
        return change("Chain " + letter, (project, mastering) -> {
            if (mastering.slot().equals(letter)) {
                return mastering;
            }
            SortedMap<String, List<Insert>> slots = new TreeMap<>(mastering.slots());
            slots.put(mastering.slot(), mastering.chain());
            List<Insert> chosen = slots.getOrDefault(letter, mastering.chain());
            slots.remove(letter);
            return mastering.withChain(unclashing(project, chosen)).withSlots(letter, slots);
        });
    }

    /// A kept chain may bear ids that parts of the song have got since.
    private static List<Insert> unclashing(Project project, List<Insert> chain) {
        Set<String> used = new HashSet<>();
        Project without = project.withMastering(project.mastering().withChain(List.of()));
        without.ids().forEach(used::add);
        int number = Ids.nextNumber(project, Ids.INSERT);
        List<Insert> result = new ArrayList<>();
        for (Insert insert : chain) {
            result.add(used.contains(insert.id()) ? insert.withId(Ids.INSERT + number++) : insert);
        }
        return result;
    }

    /// Keeps a copy of the present chain in another slot, and works on in the present one.
    public static Edit copyToSlot(String letter) {
        return change("Chain copied to " + letter, (project, mastering) -> {
            if (!Snapshot.SLOTS.contains(letter)) {
                throw new InvalidProjectException("there is no slot '" + letter + "'");
            }
            if (mastering.slot().equals(letter)) {
                return mastering;
            }
            SortedMap<String, List<Insert>> slots = new TreeMap<>(mastering.slots());
            slots.put(letter, mastering.chain());
            return mastering.withSlots(mastering.slot(), slots);
        });
    }

    /// Works on another print.
    ///
    /// @param name of its file, or empty for the newest
    public static Edit print(String name) {
        return change("Choose print", (project, mastering) -> mastering.withPrint(name));
    }

    /// Lets a print be kept whatever comes after it, or no longer.
    public static Edit keep(String print, boolean kept) {
        return change(kept ? "Keep print" : "Keep print no longer", (project, mastering) -> {
            SortedSet<String> names = new TreeSet<>(mastering.kept());
            if (kept) {
                names.add(print);
            } else {
                names.remove(print);
            }
            return mastering.withKept(names);
        });
    }

    /// Adds a reference; its id is that of its sound, which must be new among the references.
    public static Edit addReference(Media media, String name) {
        return change("Add reference " + name, (project, mastering) -> {
            List<Reference> all = new ArrayList<>(mastering.references());
            all.add(new Reference(media, name, null));
            return mastering.withReferences(all);
        });
    }

    public static Edit removeReference(String id) {
        return change("Remove reference", (project, mastering) -> {
            reference(mastering, id);
            return mastering.withReferences(Parts.without(
                    mastering.references(), reference -> reference.id().equals(id)));
        });
    }

    public static Edit renameReference(String id, String name) {
        return reference("Rename reference", id, reference -> reference.withName(name));
    }

    /// @param region in the reference's own frames; null for all of it
    public static Edit referenceRegion(String id, @Nullable Span region) {
        return reference("Region of reference", id, reference -> reference.withRegion(region));
    }

    /// Lets the sound of a reference lie at another place in the project folder.
    ///
    /// @param sha256 of what is there, or empty where not known
    public static Edit relinkReference(String id, String path, String sha256) {
        return reference("Find '" + path + "' again", id, reference -> {
            Media old = reference.media();
            return new Reference(
                    new Media(old.id(), path, old.channels(), old.frames(), old.origin(), sha256),
                    reference.name(),
                    reference.region());
        });
    }

    private static Edit reference(String name, String id, UnaryOperator<Reference> changed) {
        return change(name, (project, mastering) -> {
            reference(mastering, id);
            return mastering.withReferences(Parts.changed(
                    mastering.references(), reference -> reference.id().equals(id), changed));
        });
    }

    private static void reference(Mastering mastering, String id) {
        if (mastering.references().stream().noneMatch(each -> each.id().equals(id))) {
            throw Parts.missing("reference", id);
        }
    }

    /// Asks something of the mix.
    ///
    /// @param frame where in the song
    public static Edit addToDo(long frame, String text) {
        return change("Note to the mix", (project, mastering) -> {
            Set<String> used =
                    new HashSet<>(mastering.toDos().stream().map(ToDo::id).toList());
            int number = 1;
            while (used.contains("todo" + number)) {
                number++;
            }
            List<ToDo> all = new ArrayList<>(mastering.toDos());
            all.add(new ToDo("todo" + number, frame, text, false));
            return mastering.withToDos(all);
        });
    }

    public static Edit changeToDo(String id, String text) {
        return toDo("Change note to the mix", id, each -> each.withText(text));
    }

    public static Edit finishToDo(String id, boolean done) {
        return toDo(done ? "Note done" : "Note not done", id, each -> each.withDone(done));
    }

    public static Edit removeToDo(String id) {
        return change("Remove note to the mix", (project, mastering) -> {
            requireToDo(mastering, id);
            return mastering.withToDos(
                    Parts.without(mastering.toDos(), each -> each.id().equals(id)));
        });
    }

    private static Edit toDo(String name, String id, UnaryOperator<ToDo> changed) {
        return change(name, (project, mastering) -> {
            requireToDo(mastering, id);
            return mastering.withToDos(
                    Parts.changed(mastering.toDos(), each -> each.id().equals(id), changed));
        });
    }

    private static void requireToDo(Mastering mastering, String id) {
        if (mastering.toDos().stream().noneMatch(each -> each.id().equals(id))) {
            throw Parts.missing("note to the mix", id);
        }
    }

    /// Sets what of the print is delivered.
    public static Edit ends(String name, Ends ends) {
        return change(name, (project, mastering) -> mastering.withEnds(ends));
    }

    private interface Change {
        Mastering of(Project project, Mastering mastering);
    }

    private static Edit change(String name, Change change) {
        return new Edit(name, project -> project.withMastering(change.of(project, project.mastering())));
    }
}
