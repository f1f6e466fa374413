package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;

/// Finding and replacing the parts of a project.
final class Parts {
    private Parts() {}

    static Strip strip(Project project, String id) {
        return project.strip(id).orElseThrow(() -> missing("strip", id));
    }

    static Media media(Project project, String id) {
        return project.media(id).orElseThrow(() -> missing("sound file", id));
    }

    static Project changeStrip(Project project, String id, UnaryOperator<Strip> change) {
        return project.withStrip(change.apply(strip(project, id)));
    }

    /// The strips in mixer order and the master.
    static Stream<Strip> all(Project project) {
        return Stream.concat(project.strips().stream(), Stream.of(project.master()));
    }

    /// All strips changed, the master too. Those that come out as they were stay the same objects.
    static Project changeAll(Project project, UnaryOperator<Strip> change) {
        UnaryOperator<Strip> sharing = strip -> {
            Strip changed = change.apply(strip);
            return changed.equals(strip) ? strip : changed;
        };
        return project.withMixer(
                project.strips().stream().map(sharing).toList(), sharing.apply(project.master()));
    }

    /// The strip that holds an insert.
    static Strip ofInsert(Project project, String id) {
        return holder(
                project,
                strip -> strip.inserts().stream().anyMatch(insert -> insert.id().equals(id)),
                "effect",
                id);
    }

    static Strip ofSend(Project project, String id) {
        return holder(
                project,
                strip -> strip.sends().stream().anyMatch(send -> send.id().equals(id)),
                "send",
                id);
    }

    static Strip ofClip(Project project, String id) {
        return holder(
                project,
                strip -> strip.clips().stream().anyMatch(clip -> clip.id().equals(id)),
                "clip",
                id);
    }

    /// The strip whose automation moves controls of `owner`: a strip, an insert or a send.
    static Strip ofOwner(Project project, String owner) {
        return holder(
                project,
                strip -> strip.id().equals(owner)
                        || strip.inserts().stream()
                                .anyMatch(insert -> insert.id().equals(owner))
                        || strip.sends().stream().anyMatch(send -> send.id().equals(owner)),
                "strip, effect or send",
                owner);
    }

    static Insert insert(Strip strip, String id) {
        return strip.inserts().stream()
                .filter(insert -> insert.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("effect", id));
    }

    static Send send(Strip strip, String id) {
        return strip.sends().stream()
                .filter(send -> send.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("send", id));
    }

    static Clip clip(Strip strip, String id) {
        return strip.clips().stream()
                .filter(clip -> clip.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("clip", id));
    }

    /// The strip without automation of owners that it does not hold.
    static Strip withoutOrphanLanes(Strip strip, List<Insert> inserts, List<Send> sends) {
        Set<String> owners = new HashSet<>(Set.of(strip.id()));
        inserts.forEach(insert -> owners.add(insert.id()));
        sends.forEach(send -> owners.add(send.id()));
        return strip.withAutomation(strip.automation().stream()
                        .filter(lane -> owners.contains(lane.owner()))
                        .toList())
                .withInserts(inserts)
                .withSends(sends);
    }

    /// Words as they stand within a sentence: a label that is an abbreviation stays.
    static String lower(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /// What an effect is called by those who know it by its type alone: `true-peak-limiter` is a true peak limiter.
    static String effect(String type) {
        return type.equals("eq") ? "EQ" : type.replace('-', ' ');
    }

    static <T> List<T> inserted(List<T> list, int index, T item) {
        List<T> copy = new ArrayList<>(list);
        copy.add(Math.clamp(index, 0, copy.size()), item);
        return copy;
    }

    static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }

    static InvalidProjectException missing(String what, String id) {
        return new InvalidProjectException("the song has no " + what + " '" + id + "'");
    }

    private static Strip holder(Project project, Predicate<Strip> holds, String what, String id) {
        return all(project).filter(holds).findFirst().orElseThrow(() -> missing(what, id));
    }
}
