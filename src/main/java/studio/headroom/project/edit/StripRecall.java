package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.StripState;

/// Brings strips into states that were taken before. Where a state does not fit the song any more, as much as does
/// comes back: ways to strips that are gone or that would run in a circle are left out, and effects whose id is taken
/// elsewhere get a new one.
final class StripRecall {
    private static final List<Param> LEVEL =
            List.of(StripControls.TRIM, StripControls.POLARITY, StripControls.VOLUME, StripControls.DELAY);
    private static final List<Param> PAN = List.of(StripControls.PAN, StripControls.WIDTH);

    private final Map<String, StripState> states;
    private final Set<Scope> scopes;
    private final Project song;
    /// Ids that the recalled parts cannot have.
    private final Set<String> taken = new HashSet<>();
    private final NewIds newInserts;
    private final NewIds newSends;

    /// @param states by the id of the strip that is to come into it
    StripRecall(Project song, Map<String, StripState> states, Set<Scope> scopes) {
        this.song = song;
        this.states = states;
        this.scopes = scopes;
        newInserts = new NewIds(song, Ids.INSERT);
        newSends = new NewIds(song, Ids.SEND);
        song.ids().forEach(taken::add);
        Parts.all(song).filter(strip -> states.containsKey(strip.id())).forEach(strip -> {
            if (scopes.contains(Scope.EFFECTS)) {
                strip.inserts().forEach(insert -> taken.remove(insert.id()));
            }
            if (scopes.contains(Scope.SENDS)) {
                strip.sends().forEach(send -> taken.remove(send.id()));
            }
        });
    }

    Project recalled() {
        List<Strip> strips = song.strips().stream().map(this::recalled).toList();
        Strip master = recalled(song.master());
        try {
            return song.withMixer(strips, master);
        } catch (InvalidProjectException e) {
            return connected(strips, master);
        }
    }

    private Strip recalled(Strip strip) {
        StripState state = states.get(strip.id());
        if (state == null) {
            return strip;
        }
        Strip changed = strip.withControls(controls(strip.controls(), state.controls()));
        if (scopes.contains(Scope.MUTE)) {
            changed = changed.withSolo(state.solo()).withSoloSafe(state.soloSafe());
        }
        boolean isMaster = strip.kind() == Kind.MASTER;
        if (scopes.contains(Scope.OUTPUT) && !isMaster) {
            changed = changed.withOutput(state.output());
        }
        List<Insert> inserts = scopes.contains(Scope.EFFECTS) ? inserts(state.inserts()) : changed.inserts();
        List<Send> sends = scopes.contains(Scope.SENDS) && !isMaster ? sends(state.sends()) : changed.sends();
        changed = Parts.withoutOrphanLanes(changed, inserts, sends);
        if (scopes.contains(Scope.AUTOMATION)) {
            List<Lane> lanes =
                    changed.automation().stream().map(lane -> lane(lane, state)).toList();
            changed = changed.withAutomation(lanes);
        }
        return changed.equals(strip) ? strip : changed;
    }

    private Values controls(Values now, Values then) {
        Values values = now;
        if (scopes.contains(Scope.LEVEL)) {
            values = copied(values, then, LEVEL);
        }
        if (scopes.contains(Scope.PAN)) {
            values = copied(values, then, PAN);
        }
        return scopes.contains(Scope.MUTE) ? copied(values, then, List.of(StripControls.MUTE)) : values;
    }

    private static Values copied(Values to, Values from, List<Param> params) {
        Values values = to;
        for (Param param : params) {
            values = values.with(param, from.get(param));
        }
        return values;
    }

    private static Lane lane(Lane lane, StripState state) {
        String name = StripState.name(lane);
        return state.read().contains(name)
                ? lane.withEnabled(true)
                : state.ignored().contains(name) ? lane.withEnabled(false) : lane;
    }

    private List<Insert> inserts(List<Insert> then) {
        List<Insert> inserts = new ArrayList<>();
        for (Insert insert : then) {
            inserts.add(taken.add(insert.id()) ? insert : insert.withId(newInserts.next()));
        }
        return inserts;
    }

    private List<Send> sends(List<Send> then) {
        List<Send> sends = new ArrayList<>();
        for (Send send : then) {
            sends.add(taken.add(send.id()) ? send : send.withId(newSends.next()));
        }
        return sends;
    }

    /// Makes the ways of the recalled strips one after the other, as far as each is possible.
    private Project connected(List<Strip> strips, Strip master) {
        Project result = song.withMixer(strips.stream().map(this::disconnected).toList(), disconnected(master));
        List<Strip> wanted = new ArrayList<>(strips);
        wanted.add(master);
        for (Strip strip : wanted) {
            if (states.containsKey(strip.id())) {
                result = withOutput(result, strip);
                result = withSends(result, strip);
                result = withKeys(result, strip);
            }
        }
        return result;
    }

    private Strip disconnected(Strip strip) {
        return states.containsKey(strip.id())
                ? Parts.withoutOrphanLanes(strip, withoutKeys(strip.inserts()), List.of())
                        .withOutput(null)
                : strip;
    }

    private static List<Insert> withoutKeys(List<Insert> inserts) {
        return Parts.changed(inserts, insert -> insert.key() != null, insert -> insert.withKey(null));
    }

    private Project withOutput(Project project, Strip wanted) {
        Strip before = Parts.strip(song, wanted.id());
        for (@Nullable String bus : java.util.Arrays.asList(wanted.output(), before.output())) {
            if (bus != null && Routing.mayOutput(project, wanted.id(), bus)) {
                return project.withStrip(Parts.strip(project, wanted.id()).withOutput(bus));
            }
            if (bus == null) {
                return project;
            }
        }
        return project;
    }

    private static Project withSends(Project project, Strip wanted) {
        List<Send> sends = wanted.sends().stream()
                .filter(send -> Routing.maySend(project, wanted.id(), send.target()))
                .toList();
        Strip strip = Parts.strip(project, wanted.id()).withSends(sends);
        // The lanes were dropped with the sends.
        List<Lane> lanes = wanted.automation().stream()
                .filter(lane ->
                        !wanted.sends().stream().anyMatch(send -> send.id().equals(lane.owner()))
                                || sends.stream().anyMatch(send -> send.id().equals(lane.owner())))
                .toList();
        return project.withStrip(strip.withAutomation(lanes));
    }

    private static Project withKeys(Project project, Strip wanted) {
        List<Insert> inserts = new ArrayList<>();
        for (Insert insert : wanted.inserts()) {
            boolean may =
                    insert.key() == null || Routing.mayKey(project, wanted.id(), Objects.requireNonNull(insert.key()));
            inserts.add(may ? insert : insert.withKey(null));
        }
        return project.withStrip(Parts.strip(project, wanted.id()).withInserts(inserts));
    }
}
