package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Names;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

/// Edits of the mixer's strips. A strip is named by its id; the master has no place, output or end.
public final class StripEdits {
    private StripEdits() {}

    /// A new strip at unity that feeds the master; its id is [Ids#STRIP] with the next number.
    ///
    /// @param index where it stands among the strips; beyond the ends is at the end
    public static Edit add(Kind kind, String name, int index) {
        return new Edit("Add '" + name + "'", project -> {
            Strip strip = Strip.create(kind, Ids.next(project, Ids.STRIP), name);
            return project.withStrips(Parts.inserted(project.strips(), index, strip));
        });
    }

    /// Tracks with their sound files, in one step, as an import makes them.
    ///
    /// @param media new sound files of the song
    public static Edit addTracks(String name, List<Media> media, List<Strip> tracks) {
        return new Edit(name, project -> {
            List<Media> allMedia = new ArrayList<>(project.media());
            allMedia.addAll(media);
            List<Strip> strips = new ArrayList<>(project.strips());
            int behindLastTrack = 0;
            for (int i = 0; i < strips.size(); i++) {
                behindLastTrack = strips.get(i).kind() == Kind.TRACK ? i + 1 : behindLastTrack;
            }
            strips.addAll(behindLastTrack, tracks);
            return project.withMedia(allMedia).withStrips(strips);
        });
    }

    /// Deletes a strip and what leads to it: what fed it feeds what it fed, sends to it and keys from it are gone.
    public static Edit delete(String id) {
        return Edit.doing("Delete", id, project -> {
            requireNotMaster(project, id);
            String output = Parts.strip(project, id).output();
            Project cleaned = Parts.changeAll(project, strip -> withoutReferences(strip, id, output));
            return cleaned.withStrips(
                    Parts.without(cleaned.strips(), strip -> strip.id().equals(id)));
        });
    }

    /// Deletes several, see [#delete(String)].
    public static Edit delete(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(
                "Delete",
                project -> {
                    Project result = project;
                    for (String id : all) {
                        result = delete(id).apply(result);
                    }
                    return result;
                },
                project -> "Delete " + names(project, all));
    }

    private static Strip withoutReferences(Strip strip, String id, @Nullable String output) {
        List<Insert> inserts =
                Parts.changed(strip.inserts(), insert -> id.equals(insert.key()), insert -> insert.withKey(null));
        List<Send> sends = Parts.without(strip.sends(), send -> send.target().equals(id));
        Strip result = Parts.withoutOrphanLanes(strip, inserts, sends);
        return id.equals(strip.output()) ? result.withOutput(output) : result;
    }

    /// @param name of which something has to be left as [Names#line] reads it
    public static Edit rename(String id, String name) {
        String line = Names.line(name);
        return new Edit("Rename '" + line + "'", project -> {
            if (line.isEmpty()) {
                throw new InvalidProjectException("a strip needs a name that can be read");
            }
            return Parts.changeStrip(project, id, strip -> strip.withName(line));
        });
    }

    public static Edit recolor(String id, String color) {
        return Edit.of(id, "color", change(id, strip -> strip.withColor(color)));
    }

    public static Edit notes(String id, String notes) {
        return Edit.of(id, "notes", change(id, strip -> strip.withNotes(notes)));
    }

    public static Edit icon(String id, String icon) {
        return Edit.of(
                id, "icon", change(id, strip -> strip.withLook(strip.look().withIcon(icon))));
    }

    public static Edit wide(String id, boolean wide) {
        return Edit.doing(
                wide ? "Widen" : "Narrow",
                id,
                change(id, strip -> strip.withLook(strip.look().withWide(wide))));
    }

    /// Takes strips out of sight or shows them again.
    public static Edit hide(Set<String> ids, boolean hidden) {
        return forAll(
                hidden ? "Hide" : "Show",
                ids,
                strip -> strip.withLook(strip.look().withHidden(hidden)));
    }

    /// Moves a strip to a place among the strips. Between two strips of a folder it joins the folder; away from all
    /// others of its folder it leaves it.
    ///
    /// @param index where it stands afterwards; beyond the ends is at the end
    public static Edit reorder(String id, int index) {
        return Edit.doing("Move", id, project -> {
            requireNotMaster(project, id);
            Strip strip = Parts.strip(project, id);
            List<Strip> others =
                    Parts.without(project.strips(), other -> other.id().equals(id));
            List<Strip> moved = Parts.inserted(others, index, strip);
            return project.withStrips(FolderEdits.settled(moved, moved.indexOf(strip)));
        });
    }

    /// Sets a control of [StripControls#PARAMS], clamped into its range.
    public static Edit set(String id, Param control, double value) {
        int known = StripControls.PARAMS.indexOf(control);
        Param param = StripControls.PARAMS.get(known);
        return Edit.of(
                id,
                Parts.lower(param.label()) + " " + param.format(param.clamp(value)),
                change(id, strip -> strip.withControls(strip.controls().with(param, value))));
    }

    public static Edit mute(String id, boolean muted) {
        return mute(Set.of(id), muted);
    }

    public static Edit mute(Set<String> ids, boolean muted) {
        return forAll(
                muted ? "Mute" : "Unmute",
                ids,
                strip -> strip.withControls(strip.controls().with(StripControls.MUTE, muted ? 1 : 0)));
    }

    public static Edit solo(String id, boolean solo) {
        return solo(Set.of(id), solo);
    }

    /// Solos strips beside those that are soloed already, or ends their solo.
    public static Edit solo(Set<String> ids, boolean solo) {
        return forAll(solo ? "Solo" : "Unsolo", ids, strip -> strip.withSolo(solo));
    }

    /// Solos these strips and no others, as an exclusive solo does, and as soloing the last set again does.
    public static Edit soloOnly(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(
                "Solo only",
                project -> {
                    all.forEach(id -> Parts.strip(project, id));
                    return Parts.changeAll(project, strip -> strip.withSolo(all.contains(strip.id())));
                },
                project -> all.isEmpty() ? "Clear solo" : "Solo only " + names(project, all));
    }

    /// The ids of the strips that are soloed.
    public static Set<String> soloed(Project project) {
        return Parts.all(project).filter(Strip::solo).map(Strip::id).collect(Collectors.toUnmodifiableSet());
    }

    /// Ends all solos.
    public static Edit clearSolo() {
        return new Edit("Clear solo", project -> Parts.changeAll(project, strip -> strip.withSolo(false)));
    }

    public static Edit soloSafe(String id, boolean safe) {
        return Edit.of(id, safe ? "solo safe" : "not solo safe", change(id, strip -> strip.withSoloSafe(safe)));
    }

    /// Lets a strip feed a bus, or the master when `bus` is null.
    public static Edit output(String id, @Nullable String bus) {
        return Edit.of(id, "output", project -> {
            requireNotMaster(project, id);
            Strip strip = Parts.strip(project, id);
            if (Objects.equals(strip.output(), bus)) {
                return project;
            }
            if (bus != null && !Routing.mayOutput(project, id, bus)) {
                throw new InvalidProjectException("'" + strip.name() + "' cannot feed '" + nameOf(project, bus)
                        + "': it is no bus, or the sound would run in a circle");
            }
            return project.withStrip(strip.withOutput(bus));
        });
    }

    static String nameOf(Project project, String id) {
        return project.strip(id)
                .map(Strip::name)
                .filter(name -> !name.isBlank())
                .orElse(id);
    }

    /// Up to two names, then how many.
    static String names(Project project, Set<String> ids) {
        return ids.size() > 2
                ? ids.size() + " strips"
                : ids.stream().map(id -> nameOf(project, id)).sorted().collect(Collectors.joining(" and "));
    }

    /// Changes strips, all of which the song must have.
    static Edit forAll(String verb, Set<String> ids, UnaryOperator<Strip> change) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(
                verb,
                project -> {
                    all.forEach(id -> Parts.strip(project, id));
                    return Parts.changeAll(project, strip -> all.contains(strip.id()) ? change.apply(strip) : strip);
                },
                project -> verb + " " + names(project, all));
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Strip> change) {
        return project -> Parts.changeStrip(project, id, change);
    }

    static void requireNotMaster(Project project, String id) {
        if (project.master().id().equals(id)) {
            throw new InvalidProjectException("the master stays where it is");
        }
    }
}
