package studio.headroom.project.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripState;

/// What differs between two states of a song: its mix ([SnapshotDifference]), its clips, automation, tempo, sound files
/// and mastering, and at the end what is not heard. The order in which sounds are added up counts as heard, for it
/// rounds their sum otherwise. Snapshots are beside the song and do not count. Two songs that
/// differ in
/// anything else always give a sentence.
public final class ProjectDifference {
    private final Project from;
    private final Project to;
    private final MixDifference difference;

    private ProjectDifference(Project from, Project to, EffectNames effects) {
        this.from = from;
        this.to = to;
        difference = new MixDifference(effects, this::name);
    }

    /// From one state to another, the most important first.
    public static List<Difference> between(Project from, Project to, EffectNames effects) {
        return new ProjectDifference(from, to, effects)
                .all().stream().sorted(Difference.BY_IMPORTANCE).toList();
    }

    /// Only what can be heard in the mix, for the question of what changed since a print.
    public static List<Difference> audible(Project from, Project to, EffectNames effects) {
        return between(from, to, effects).stream()
                .filter(item -> item.kind().compareTo(Difference.Kind.MASTERING) < 0)
                .toList();
    }

    private String name(String id) {
        return to.strip(id)
                .or(() -> from.strip(id))
                .map(Strip::name)
                .filter(name -> !name.isBlank())
                .orElse(id);
    }

    private List<Difference> all() {
        List<Strip> before = strips(from);
        for (Strip strip : before) {
            if (to.strip(strip.id()).isEmpty()) {
                difference.add(Difference.Kind.STRIP, strip.id(), 1, name(strip.id()) + " removed");
            }
        }
        for (Strip strip : strips(to)) {
            Strip old = from.strip(strip.id()).orElse(null);
            if (old == null) {
                difference.add(Difference.Kind.STRIP, strip.id(), 1, name(strip.id()) + " added");
            } else if (!old.equals(strip)) {
                difference.compare(StripState.of(old), StripState.of(strip));
                clips(old, strip);
                lanes(old, strip);
                shown(old, strip);
            }
        }
        order();
        song();
        return difference.found();
    }

    private static List<Strip> strips(Project project) {
        List<Strip> all = new ArrayList<>(project.strips());
        all.add(project.master());
        return all;
    }

    private void clips(Strip before, Strip after) {
        Map<String, Clip> old = new HashMap<>();
        before.clips().forEach(clip -> old.put(clip.id(), clip));
        int added = 0;
        int changed = 0;
        int shaped = 0;
        int renamed = 0;
        for (Clip clip : after.clips()) {
            Clip was = old.remove(clip.id());
            if (was == null) {
                added++;
            } else if (!plain(was).equals(plain(clip))) {
                changed++;
            } else if (!was.envelope().equals(clip.envelope())) {
                shaped++;
            } else if (!was.equals(clip)) {
                renamed++;
            }
        }
        String name = name(after.id());
        counted(Difference.Kind.CLIP, after.id(), name, added, "added");
        counted(Difference.Kind.CLIP, after.id(), name, old.size(), "removed");
        counted(Difference.Kind.CLIP, after.id(), name, changed, "changed");
        if (shaped > 0) {
            String clips = Words.count(shaped, "clip", "clips");
            difference.add(Difference.Kind.CLIP, after.id(), shaped, name + ": gain envelope of " + clips + " changed");
        }
        counted(Difference.Kind.OTHER, after.id(), name, renamed, "shown differently");
        boolean reordered = added + changed + shaped + renamed + old.size() == 0
                && !before.clips().equals(after.clips());
        if (reordered) {
            difference.add(Difference.Kind.CLIP, after.id(), 0, name + ": clips in another order");
        }
    }

    private static Clip plain(Clip clip) {
        return clip.withName("").withColor("").withEnvelope(GainEnvelope.NONE);
    }

    private void counted(Difference.Kind kind, String strip, String name, int count, String what) {
        if (count > 0) {
            difference.add(kind, strip, count, name + ": " + Words.count(count, "clip", "clips") + " " + what);
        }
    }

    private void lanes(Strip before, Strip after) {
        Map<String, Lane> old = new HashMap<>();
        before.automation().forEach(lane -> old.put(StripState.name(lane), lane));
        int changed = 0;
        for (Lane lane : after.automation()) {
            Lane was = old.remove(StripState.name(lane));
            if (was == null || !was.points().equals(lane.points())) {
                changed++;
            }
        }
        changed += old.size();
        if (changed > 0) {
            difference.add(
                    Difference.Kind.AUTOMATION,
                    after.id(),
                    changed,
                    name(after.id()) + ": automation of " + Words.count(changed, "control", "controls") + " changed");
        } else if (!order(before.automation()).equals(order(after.automation()))) {
            difference.add(Difference.Kind.OTHER, after.id(), 0, name(after.id()) + ": lanes in another order");
        }
    }

    private static List<String> order(List<Lane> lanes) {
        return lanes.stream().map(StripState::name).toList();
    }

    private void shown(Strip before, Strip after) {
        String name = name(after.id());
        other(!before.name().equals(after.name()), after.id(), before.name() + " is now called " + after.name());
        other(!before.color().equals(after.color()), after.id(), name + ": another color");
        other(!before.group().equals(after.group()), after.id(), name + ": another group");
        other(!before.notes().equals(after.notes()), after.id(), name + ": other notes");
        other(!before.look().equals(after.look()), after.id(), name + ": shown differently");
        other(before.kind() != after.kind(), after.id(), name + ": another kind of strip");
    }

    private void order() {
        Set<String> shared = new HashSet<>(from.strips().stream().map(Strip::id).toList());
        shared.retainAll(to.strips().stream().map(Strip::id).toList());
        Function<Project, List<String>> order = project -> project.strips().stream()
                .map(Strip::id)
                .filter(shared::contains)
                .toList();
        if (!order.apply(from).equals(order.apply(to))) {
            difference.add(Difference.Kind.SONG, "", 0, "Strips in another order");
        }
    }

    private void song() {
        if (!from.tempo().equals(to.tempo())) {
            difference.add(
                    Difference.Kind.SONG,
                    "",
                    2,
                    "Tempo " + Unit.NONE.format(to.tempo().beatsPerMinute()) + ", "
                            + to.tempo().beatsPerBar() + "/" + to.tempo().beatUnit());
        }
        if (from.panLaw() != to.panLaw()) {
            String text = "Pan law " + Unit.DECIBEL.format(to.panLaw().centerDb()) + " in the center";
            difference.add(Difference.Kind.SONG, "", 2, text);
        }
        if (from.sampleRate() != to.sampleRate()) {
            difference.add(Difference.Kind.SONG, "", 3, "Sample rate " + to.sampleRate() + " Hz");
        }
        if (!from.media().equals(to.media())) {
            difference.add(Difference.Kind.SONG, "", 1, "Other sound files");
        }
        int already = difference.found().size();
        difference.inserts(
                "", "Mastering", from.mastering().chain(), to.mastering().chain());
        List<Difference> all = difference.found();
        for (int i = already; i < all.size(); i++) {
            Difference item = all.get(i);
            all.set(i, new Difference(Difference.Kind.MASTERING, "", item.size(), item.text()));
        }
        if (!from.mastering().target().equals(to.mastering().target())) {
            difference.add(
                    Difference.Kind.MASTERING,
                    "",
                    0,
                    "Delivery target " + to.mastering().target());
        }
        other(!from.mastering().tags().equals(to.mastering().tags()), "", "Other tags");
        if (!from.mastering().print().equals(to.mastering().print())) {
            difference.add(Difference.Kind.MASTERING, "", 0, "Mastering works on another print");
        }
        other(
                !from.mastering().slot().equals(to.mastering().slot())
                        || !from.mastering().slots().equals(to.mastering().slots()),
                "",
                "Other kept chains");
        other(!from.mastering().kept().equals(to.mastering().kept()), "", "Other prints are kept");
        other(!from.mastering().ends().equals(to.mastering().ends()), "", "Another beginning or end of the master");
        other(!from.mastering().references().equals(to.mastering().references()), "", "Other references");
        other(!from.mastering().toDos().equals(to.mastering().toDos()), "", "Other notes to the mix");
        other(!from.title().equals(to.title()), "", "The song is now called " + to.title());
        other(!from.markers().equals(to.markers()), "", "Other markers");
        other(!java.util.Objects.equals(from.loop(), to.loop()), "", "Another loop");
        other(!from.notes().equals(to.notes()), "", "Other notes");
        other(!from.groups().equals(to.groups()), "", "Other groups");
        other(!from.folders().equals(to.folders()), "", "Other folders");
    }

    private void other(boolean differs, String strip, String text) {
        if (differs) {
            difference.add(Difference.Kind.OTHER, strip, 0, text);
        }
    }
}
