package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import studio.headroom.project.Folder;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Edits of folders. They keep the strips of a folder next to each other.
public final class FolderEdits {
    private FolderEdits() {}

    /// A new folder with these strips, at the place of the first of them; its id is [Ids#FOLDER] with the next number.
    public static Edit create(String name, Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit("New folder '" + name + "'", project -> {
            Folder folder = new Folder(Ids.next(project, Ids.FOLDER), name, color(project, all), false);
            Project with = project.withFolders(
                    Parts.inserted(project.folders(), project.folders().size(), folder));
            return put(with, folder.id(), all);
        });
    }

    /// Lays strips into a folder, behind those in it.
    public static Edit put(String folder, Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit("Into folder", project -> {
            require(project, folder);
            return put(project, folder, all);
        });
    }

    /// Takes strips out of their folders; they stand behind what stays in there.
    public static Edit takeOut(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit("Out of folder", project -> {
            all.forEach(id -> Parts.strip(project, id));
            List<Strip> strips = new ArrayList<>(project.strips());
            for (String id : project.strips().stream()
                    .map(Strip::id)
                    .filter(all::contains)
                    .toList()
                    .reversed()) {
                int at = indexOf(strips, id);
                Strip strip = strips.get(at);
                String folder = strip.look().folder();
                if (!folder.isEmpty()) {
                    strips.remove(at);
                    Strip free = strip.withLook(strip.look().withFolder(""));
                    int last = lastOf(strips, folder);
                    strips.add(last < 0 ? at : last + 1, free);
                }
            }
            return project.withStrips(strips);
        });
    }

    /// Takes a folder away; its strips stay where they are.
    public static Edit remove(String folder) {
        return named("Remove folder", folder, project -> {
            require(project, folder);
            Project emptied = Parts.changeAll(
                    project,
                    strip -> strip.look().folder().equals(folder)
                            ? strip.withLook(strip.look().withFolder(""))
                            : strip);
            return emptied.withFolders(
                    Parts.without(emptied.folders(), item -> item.id().equals(folder)));
        });
    }

    /// Makes a submix of a folder: a bus of its name that its strips feed, behind them and not in it. Where some
    /// feed a bus in the folder, that bus does. Returns stay as they are.
    public static Edit bus(String folder) {
        return named("New bus of folder", folder, project -> {
            require(project, folder);
            List<Strip> inside = project.strips().stream()
                    .filter(strip -> inFolder(strip, folder))
                    .toList();
            Set<String> ids = inside.stream().map(Strip::id).collect(Collectors.toSet());
            Set<String> ends = inside.stream()
                    .filter(strip -> strip.kind() != Strip.Kind.RETURN)
                    .filter(strip -> strip.output() == null || !ids.contains(strip.output()))
                    .map(Strip::id)
                    .collect(Collectors.toSet());
            String name = project.folder(folder).map(Folder::name).orElse(folder);
            return StripCopies.busOf(name, ends).apply(project);
        });
    }

    public static Edit rename(String folder, String name) {
        return new Edit("Rename folder '" + name + "'", change(folder, old -> old.withName(name)));
    }

    public static Edit recolor(String folder, String color) {
        return named("Color of folder", folder, change(folder, old -> old.withColor(color)));
    }

    public static Edit fold(String folder, boolean folded) {
        return named(folded ? "Fold" : "Unfold", folder, change(folder, old -> old.withFolded(folded)));
    }

    /// Moves a folder with all its strips.
    ///
    /// @param index among the strips that are not in it; beyond the ends is at the end
    public static Edit reorder(String folder, int index) {
        return named("Move folder", folder, project -> {
            require(project, folder);
            List<Strip> inside = new ArrayList<>();
            List<Strip> others = new ArrayList<>();
            project.strips().forEach(strip -> (inFolder(strip, folder) ? inside : others).add(strip));
            int at = Math.clamp(index, 0, others.size());
            while (at > 0 && at < others.size() && sameFolder(others.get(at - 1), others.get(at))) {
                at++;
            }
            others.addAll(at, inside);
            return project.withStrips(others);
        });
    }

    /// Lets strips stand before another one, in a folder or in none, as a person drops them there. They keep their
    /// order.
    /// Where that place lies inside another folder, they stand behind it.
    ///
    /// @param before id of a strip that is none of them; empty for behind the last of the folder, or, for no
    /// folder,
    ///     of all strips of their kind
    /// @param folder id, or empty for none
    public static Edit place(Set<String> ids, String before, String folder) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(
                "Move tracks",
                project -> placed(project, all, before, folder),
                project -> "Move " + StripEdits.names(project, all));
    }

    private static Project placed(Project project, Set<String> ids, String before, String folder) {
        ids.forEach(id -> {
            StripEdits.requireNotMaster(project, id);
            Parts.strip(project, id);
        });
        if (!folder.isEmpty()) {
            require(project, folder);
        }
        List<Strip> moved = project.strips().stream()
                .filter(strip -> ids.contains(strip.id()))
                .map(strip -> strip.withLook(strip.look().withFolder(folder)))
                .toList();
        if (moved.isEmpty()) {
            return project;
        }
        List<Strip> strips = new ArrayList<>(Parts.without(project.strips(), strip -> ids.contains(strip.id())));
        int at = before.isEmpty() ? behind(strips, folder, moved.getFirst()) : indexOf(strips, before);
        int last = lastOf(strips, folder);
        if (folder.isEmpty() || last < 0) {
            at = clear(strips, at);
        } else {
            int first = last;
            while (first > 0 && inFolder(strips.get(first - 1), folder)) {
                first--;
            }
            at = Math.clamp(at, first, last + 1);
        }
        strips.addAll(at, moved);
        return project.withStrips(strips);
    }

    private static int behind(List<Strip> strips, String folder, Strip moved) {
        int last = folder.isEmpty() ? -1 : lastOf(strips, folder);
        for (int i = 0; last < 0 && i < strips.size(); i++) {
            boolean same = strips.get(strips.size() - 1 - i).kind() == moved.kind();
            last = same ? strips.size() - 1 - i : last;
        }
        return last + 1;
    }

    /// The strips with the folder that follows from where one was put: that of both its neighbors where they share one,
    /// else its own while it touches that, else none.
    static List<Strip> settled(List<Strip> strips, int at) {
        Strip strip = strips.get(at);
        String own = strip.look().folder();
        String before = at > 0 ? strips.get(at - 1).look().folder() : "";
        String behind = at + 1 < strips.size() ? strips.get(at + 1).look().folder() : "";
        boolean alone = strips.stream().filter(other -> inFolder(other, own)).count() <= 1;
        String settled = before.equals(behind) && !before.isEmpty()
                ? before
                : alone || own.equals(before) || own.equals(behind) ? own : "";
        List<Strip> changed = new ArrayList<>(strips);
        changed.set(at, strip.withLook(strip.look().withFolder(settled)));
        return changed;
    }

    private static Project put(Project project, String folder, Set<String> ids) {
        ids.forEach(id -> {
            StripEdits.requireNotMaster(project, id);
            Parts.strip(project, id);
        });
        List<Strip> moved = project.strips().stream()
                .filter(strip -> ids.contains(strip.id()))
                .map(strip -> strip.withLook(strip.look().withFolder(folder)))
                .toList();
        if (moved.isEmpty()) {
            return project;
        }
        List<Strip> strips = new ArrayList<>(Parts.without(project.strips(), strip -> ids.contains(strip.id())));
        int last = lastOf(strips, folder);
        int first = indexOf(project.strips(), moved.getFirst().id());
        strips.addAll(last < 0 ? clear(strips, Math.min(first, strips.size())) : last + 1, moved);
        return project.withStrips(strips);
    }

    /// The place from `at` on that is not inside another folder.
    private static int clear(List<Strip> strips, int at) {
        int place = at;
        while (place > 0 && place < strips.size() && sameFolder(strips.get(place - 1), strips.get(place))) {
            place++;
        }
        return place;
    }

    private static String color(Project project, Set<String> ids) {
        return project.strips().stream()
                .filter(strip -> ids.contains(strip.id()))
                .findFirst()
                .map(Strip::color)
                .orElse("grey");
    }

    private static boolean inFolder(Strip strip, String folder) {
        return strip.look().folder().equals(folder);
    }

    private static boolean sameFolder(Strip one, Strip other) {
        return !one.look().folder().isEmpty() && inFolder(other, one.look().folder());
    }

    private static int indexOf(List<Strip> strips, String id) {
        for (int i = 0; i < strips.size(); i++) {
            if (strips.get(i).id().equals(id)) {
                return i;
            }
        }
        throw Parts.missing("strip", id);
    }

    private static int lastOf(List<Strip> strips, String folder) {
        for (int i = strips.size() - 1; i >= 0; i--) {
            if (inFolder(strips.get(i), folder)) {
                return i;
            }
        }
        return -1;
    }

    private static Edit named(String verb, String folder, UnaryOperator<Project> change) {
        return new Edit(
                verb, change, project -> verb + " '" + require(project, folder).name() + "'");
    }

    private static Folder require(Project project, String id) {
        return project.folder(id).orElseThrow(() -> new InvalidProjectException("the song has no folder '" + id + "'"));
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Folder> change) {
        return project -> {
            require(project, id);
            return project.withFolders(
                    Parts.changed(project.folders(), folder -> folder.id().equals(id), change));
        };
    }
}
