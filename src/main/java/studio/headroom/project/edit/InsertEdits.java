package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Edits of effects. Those that change an effect in its place work for the strips' and the mastering chain's alike.
public final class InsertEdits {
    private InsertEdits() {}

    /// A new effect with its initial values; its id is [Ids#INSERT] with the next number.
    ///
    /// @param index its place in the strip; beyond the ends is at the end
    public static Edit add(String strip, String type, int index) {
        return Edit.doing(
                "Add " + Parts.effect(type) + " to",
                strip,
                project -> Parts.changeStrip(
                        project,
                        strip,
                        target -> target.withInserts(Parts.inserted(
                                target.inserts(), index, Insert.create(Ids.next(project, Ids.INSERT), type)))));
    }

    /// The same at the mastering chain.
    public static Edit addToMastering(String type, int index) {
        return new Edit(
                "Add " + Parts.effect(type) + " to the mastering",
                project -> withChain(
                        project,
                        Parts.inserted(
                                project.mastering().chain(),
                                index,
                                Insert.create(Ids.next(project, Ids.INSERT), type))));
    }

    /// Removes an effect and its automation.
    public static Edit remove(String id) {
        return on("Remove", id, "", project -> {
            if (inChain(project, id)) {
                return withChain(
                        project,
                        Parts.without(
                                project.mastering().chain(),
                                insert -> insert.id().equals(id)));
            }
            Strip strip = Parts.ofInsert(project, id);
            List<Insert> rest =
                    Parts.without(strip.inserts(), insert -> insert.id().equals(id));
            return project.withStrip(Parts.withoutOrphanLanes(strip, rest, strip.sends()));
        });
    }

    /// Moves an effect with its automation to a place in the same or another strip. A key that would make a circle
    /// there is dropped.
    ///
    /// @param index where it stands afterwards; beyond the ends is at the end
    public static Edit move(String id, String toStrip, int index) {
        return on("Move", id, "", project -> {
            Strip from = Parts.ofInsert(project, id);
            Insert insert = Parts.insert(from, id);
            List<Lane> lanes = from.automation().stream()
                    .filter(lane -> lane.owner().equals(id))
                    .toList();
            List<Insert> rest =
                    Parts.without(from.inserts(), other -> other.id().equals(id));
            if (from.id().equals(toStrip)) {
                return project.withStrip(from.withInserts(Parts.inserted(rest, index, insert)));
            }
            Project without = project.withStrip(Parts.withoutOrphanLanes(from, rest, from.sends()));
            Strip to = Parts.strip(without, toStrip);
            List<Lane> moved = new ArrayList<>(to.automation());
            moved.addAll(lanes);
            List<Insert> inserts = Parts.inserted(to.inserts(), index, keyAllowed(without, toStrip, insert));
            return without.withStrip(to.withInserts(inserts).withAutomation(moved));
        });
    }

    /// Moves an effect of the mastering chain to another place in it.
    public static Edit moveInMastering(String id, int index) {
        return on("Move", id, "", project -> {
            Insert insert = find(project, id);
            if (!inChain(project, id)) {
                throw Parts.missing("mastering effect", id);
            }
            List<Insert> rest = Parts.without(
                    project.mastering().chain(), other -> other.id().equals(id));
            return withChain(project, Parts.inserted(rest, index, insert));
        });
    }

    /// Copies an effect with its values, without automation, to a place in a strip, under a new id.
    public static Edit copy(String id, String toStrip, int index) {
        return on("Copy", id, "", project -> {
            Insert copy = find(project, id).withId(Ids.next(project, Ids.INSERT));
            return Parts.changeStrip(
                    project,
                    toStrip,
                    strip -> strip.withInserts(
                            Parts.inserted(strip.inserts(), index, keyAllowed(project, toStrip, copy))));
        });
    }

    /// Copies an effect with its values to a place in the mastering chain, under a new id and without a sidechain.
    public static Edit copyToMastering(String id, int index) {
        return on("Copy", id, "", project -> {
            Insert copy =
                    find(project, id).withId(Ids.next(project, Ids.INSERT)).withKey(null);
            return withChain(project, Parts.inserted(project.mastering().chain(), index, copy));
        });
    }

    /// Puts a new effect with its initial values in the place of another, whose automation goes with it.
    public static Edit replace(String id, String type) {
        return on("Replace", id, " by " + Parts.effect(type), project -> {
            Insert created = Insert.create(Ids.next(project, Ids.INSERT), type);
            if (inChain(project, id)) {
                return withChain(project, changed(project.mastering().chain(), id, old -> created));
            }
            Strip strip = Parts.ofInsert(project, id);
            return project.withStrip(
                    Parts.withoutOrphanLanes(strip, changed(strip.inserts(), id, old -> created), strip.sends()));
        });
    }

    /// Sets a control, clamped into its range.
    public static Edit set(String id, Param param, double value) {
        return on(
                "",
                id,
                " " + Parts.lower(param.label()) + " " + param.format(param.clamp(value)),
                change(id, insert -> insert.withValues(insert.values().with(param, value))));
    }

    /// Sets all controls at once, as a preset does; what `values` does not name becomes initial. Bypass stays.
    public static Edit values(String id, Values values) {
        return on(
                "",
                id,
                " settings",
                change(id, insert -> insert.withValues(values.with(StripControls.BYPASS, insert.bypassed() ? 1 : 0))));
    }

    public static Edit bypass(String id, boolean bypassed) {
        return on(
                bypassed ? "Bypass" : "Switch on",
                id,
                "",
                change(id, insert -> insert.withValues(insert.values().with(StripControls.BYPASS, bypassed ? 1 : 0))));
    }

    /// Lets an effect listen to another strip, or to its own input when `source` is null.
    public static Edit key(String id, @Nullable String source) {
        return on("", id, " sidechain", project -> {
            Strip strip = Parts.ofInsert(project, id);
            if (source != null && !Routing.mayKey(project, strip.id(), source)) {
                throw new InvalidProjectException("'" + strip.name() + "' cannot listen to '"
                        + StripEdits.nameOf(project, source) + "': the sound would run in a circle");
            }
            return change(id, insert -> insert.withKey(source)).apply(project);
        });
    }

    /// A step named with an effect and its strip: "Bypass Kick compressor", "Kick compressor threshold −20.0 dB".
    private static Edit on(String verb, String id, String what, UnaryOperator<Project> change) {
        String plain = (verb + " effect" + what).strip();
        return new Edit(
                plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1),
                change,
                project -> begun(verb, project, id) + what);
    }

    /// The mastering is no name, and so is written small within a step's name.
    private static String begun(String verb, Project project, String id) {
        String name = nameOf(project, id);
        if (!verb.isEmpty()) {
            return verb + " " + name;
        }
        return inChain(project, id) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static String nameOf(Project project, String id) {
        String effect = Parts.effect(find(project, id).type());
        return inChain(project, id)
                ? "mastering " + effect
                : StripEdits.nameOf(project, Parts.ofInsert(project, id).id()) + " " + effect;
    }

    private static Insert keyAllowed(Project project, String strip, Insert insert) {
        return insert.key() == null || Routing.mayKey(project, strip, insert.key()) ? insert : insert.withKey(null);
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Insert> change) {
        return project -> {
            if (inChain(project, id)) {
                return withChain(project, changed(project.mastering().chain(), id, change));
            }
            Strip strip = Parts.ofInsert(project, id);
            return project.withStrip(strip.withInserts(changed(strip.inserts(), id, change)));
        };
    }

    private static Insert find(Project project, String id) {
        return project.mastering().chain().stream()
                .filter(insert -> insert.id().equals(id))
                .findFirst()
                .orElseGet(() -> Parts.insert(Parts.ofInsert(project, id), id));
    }

    private static boolean inChain(Project project, String id) {
        return project.mastering().chain().stream()
                .anyMatch(insert -> insert.id().equals(id));
    }

    private static Project withChain(Project project, List<Insert> chain) {
        return project.withMastering(project.mastering().withChain(chain));
    }

    private static List<Insert> changed(List<Insert> inserts, String id, UnaryOperator<Insert> change) {
        return Parts.changed(inserts, insert -> insert.id().equals(id), change);
    }
}
