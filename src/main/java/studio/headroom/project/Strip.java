package studio.headroom.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Values;

/// One strip of the mixer. Its signal flows: clips or incoming buses → trim and polarity → inserts → pre-fader
/// sends → fader, pan, width, mute → post-fader sends → output.
///
/// @param name one line, see [Names]
/// @param controls values of [StripControls#PARAMS]
/// @param output id of the bus it feeds, or null for the master; always null on the master itself
/// @param soloSafe stays audible while other strips are soloed; returns are by default
/// @param color name of a track color
/// @param automation lanes of this strip, its inserts and its sends; at most one for each control
/// @param clips in order of their start; empty but on tracks
/// @param group id of the [Group] it moves with, or empty
/// @param notes of what was done and is to be done, for people
/// @param look how it is shown
public record Strip(
        String id,
        Kind kind,
        String name,
        String color,
        Values controls,
        boolean solo,
        boolean soloSafe,
        @Nullable String output,
        List<Insert> inserts,
        List<Send> sends,
        List<Lane> automation,
        List<Clip> clips,
        String group,
        String notes,
        Look look) {
    public enum Kind {
        TRACK,
        BUS,
        RETURN,
        MASTER
    }

    public Strip {
        name = Names.line(name);
        inserts = List.copyOf(inserts);
        sends = List.copyOf(sends);
        automation = List.copyOf(automation);
        clips = List.copyOf(clips);
        if (kind == Kind.MASTER && (output != null || !sends.isEmpty())) {
            throw new InvalidProjectException("the master feeds nothing");
        }
        if (kind != Kind.TRACK && !clips.isEmpty()) {
            throw new InvalidProjectException("only tracks hold clips, not '" + name + "'");
        }
        for (int i = 1; i < clips.size(); i++) {
            if (clips.get(i).start() < clips.get(i - 1).start()) {
                throw new InvalidProjectException("the clips of '" + name + "' are out of order at clip " + i);
            }
        }
        requireLanes(id, name, inserts, sends, automation);
    }

    private static void requireLanes(
            String id, String name, List<Insert> inserts, List<Send> sends, List<Lane> automation) {
        if (automation.isEmpty()) {
            return;
        }
        Set<String> owners = new HashSet<>(List.of(id));
        inserts.forEach(insert -> owners.add(insert.id()));
        sends.forEach(send -> owners.add(send.id()));
        Set<List<String>> seen = new HashSet<>();
        for (Lane lane : automation) {
            if (!owners.contains(lane.owner())) {
                throw new InvalidProjectException("'" + name + "' automates '" + lane.param() + "' of '" + lane.owner()
                        + "', which it does not hold");
            }
            if (!seen.add(List.of(lane.owner(), lane.param()))) {
                throw new InvalidProjectException(
                        "'" + name + "' automates '" + lane.param() + "' of '" + lane.owner() + "' twice");
            }
        }
    }

    /// A strip at unity that feeds the master.
    public static Strip create(Kind kind, String id, String name) {
        return new Strip(
                id,
                kind,
                name,
                "grey",
                Values.INITIAL,
                false,
                kind == Kind.RETURN,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                Look.PLAIN);
    }

    /// The lane that moves a control, if there is one.
    public Optional<Lane> lane(String owner, String param) {
        return automation.stream()
                .filter(lane -> lane.owner().equals(owner) && lane.param().equals(param))
                .findFirst();
    }

    /// This strip under another id; lanes of its own controls follow.
    public Strip withId(String changed) {
        List<Lane> lanes = automation.stream()
                .map(lane -> lane.owner().equals(id) ? lane.withOwner(changed) : lane)
                .toList();
        return new Strip(
                changed, kind, name, color, controls, solo, soloSafe, output, inserts, sends, lanes, clips, group,
                notes, look);
    }

    /// The ids of the strip and all it holds.
    Stream<String> ids() {
        return Stream.concat(
                Stream.of(id),
                Stream.concat(
                        inserts.stream().map(Insert::id),
                        Stream.concat(
                                sends.stream().map(Send::id), clips.stream().map(Clip::id))));
    }

    public Strip withName(String changed) {
        return new Strip(
                id,
                kind,
                changed,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withColor(String changed) {
        return new Strip(
                id,
                kind,
                name,
                changed,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withControls(Values changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                changed,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withSolo(boolean changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                changed,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withSoloSafe(boolean changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                changed,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withOutput(@Nullable String changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                changed,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withInserts(List<Insert> changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                changed,
                sends,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withSends(List<Send> changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                changed,
                automation,
                clips,
                group,
                notes,
                look);
    }

    public Strip withAutomation(List<Lane> changed) {
        return new Strip(
                id, kind, name, color, controls, solo, soloSafe, output, inserts, sends, changed, clips, group, notes,
                look);
    }

    public Strip withClips(List<Clip> changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                changed,
                group,
                notes,
                look);
    }

    public Strip withGroup(String changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                changed,
                notes,
                look);
    }

    public Strip withNotes(String changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                changed,
                look);
    }

    public Strip withLook(Look changed) {
        return new Strip(
                id,
                kind,
                name,
                color,
                controls,
                solo,
                soloSafe,
                output,
                inserts,
                sends,
                automation,
                clips,
                group,
                notes,
                changed);
    }
}
