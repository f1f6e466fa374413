package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Group;
import studio.headroom.project.Strip;
import studio.headroom.ui.mixer.GroupActions;
import studio.headroom.ui.mixer.StripActions;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.model.ControlModel;

/// A choice of where a strip belongs: the bus that it feeds, or its group. It knows the buses or groups of one moment;
/// where there are others, another one takes its place. UI thread.
///
/// @param words as people read them, in the order of the control's options
public record Route(ControlModel model, List<String> words) {
    private static Route of(String id, String label, String name, String why, List<String> names, IntConsumer chosen) {
        List<String> words = different(names);
        Param param = new Param(id, label, Unit.NONE, new Range.Choice(words), 0, Smoothing.NONE, false);
        return new Route(new ControlModel(param, name, why, plain -> chosen.accept((int) plain)), words);
    }

    /// The bus that the strip feeds, and those selected with it.
    static Route output(StripModel strip) {
        StripActions actions = strip.mixer().actions();
        List<Strip> buses = actions.outputs(strip.id());
        List<String> names = new ArrayList<>(List.of("Mix"));
        buses.forEach(bus -> names.add(bus.name()));
        names.add("New bus");
        return of(
                "output",
                "Output",
                strip.name() + " output",
                "Where it goes after the fader: into the mix, or into a bus with others first.",
                names,
                index -> {
                    if (index > buses.size()) {
                        actions.busOf(strip.id());
                    } else {
                        actions.output(
                                strip.id(),
                                index == 0 ? null : buses.get(index - 1).id());
                    }
                });
    }

    /// Shows what the song says.
    void showOutput(StripModel strip) {
        List<String> ids = strip.mixer().actions().outputs(strip.id()).stream()
                .map(Strip::id)
                .toList();
        String output = strip.strip().output();
        model.show(output == null ? 0 : ids.indexOf(output) + 1.0);
    }

    /// The group that the strip moves with, and those selected with it.
    static Route group(StripModel strip) {
        GroupActions actions = strip.mixer().groups();
        List<Group> groups = groups(strip);
        List<String> names = new ArrayList<>(List.of("None"));
        groups.forEach(group -> names.add(group.name()));
        names.add("New group");
        return of(
                "group",
                "Group",
                strip.name() + " group",
                "Strips of a group move together: their faders keep their distances.",
                names,
                index -> {
                    if (index > groups.size()) {
                        actions.create(strip.id());
                    } else {
                        actions.put(
                                strip.id(),
                                index == 0 ? "" : groups.get(index - 1).id());
                    }
                });
    }

    /// Shows what the song says.
    void showGroup(StripModel strip) {
        List<String> ids = groups(strip).stream().map(Group::id).toList();
        model.show(ids.indexOf(strip.strip().group()) + 1.0);
    }

    private static List<Group> groups(StripModel strip) {
        return strip.mixer().session().history().current().groups();
    }

    /// Names that are all different, and none of them empty.
    private static List<String> different(List<String> names) {
        List<String> words = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String base = name.isBlank() ? "Unnamed" : name.strip();
            String word = base;
            for (int i = 2; !taken.add(word.toLowerCase(Locale.ROOT)); i++) {
                word = base + " (" + i + ")";
            }
            words.add(word);
        }
        return List.copyOf(words);
    }
}
