package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// Finds the controls of a song.
///
/// @param effects the controls of an effect, by its type; none for a type that is not known
record Controls(Function<String, Optional<ParamSet>> effects) {
    private static final List<Param> ALWAYS_WRITTEN =
            List.of(StripControls.VOLUME, StripControls.PAN, StripControls.MUTE);

    /// The control at an address; in another strip when its owner has moved there.
    Optional<Target> find(Project project, Address address) {
        return Stream.of(
                        project.strip(address.stripId()).stream(),
                        project.strips().stream(),
                        Stream.of(project.master()))
                .flatMap(Function.identity())
                .flatMap(strip -> find(strip, address.ownerId(), address.paramId()).stream())
                .findFirst();
    }

    private Optional<Target> find(Strip strip, String owner, String param) {
        if (strip.id().equals(owner)) {
            return target(strip, owner, StripControls.PARAMS, param, strip.controls(), StripEdits::set);
        }
        for (Insert insert : strip.inserts()) {
            if (insert.id().equals(owner)) {
                Optional<ParamSet> params = param.equals(StripControls.BYPASS.id())
                        ? Optional.of(ParamSet.of(StripControls.BYPASS))
                        : effects.apply(insert.type());
                return params.flatMap(set -> target(strip, owner, set, param, insert.values(), InsertEdits::set));
            }
        }
        for (Send send : strip.sends()) {
            if (send.id().equals(owner)) {
                return target(strip, owner, StripControls.SEND_PARAMS, param, send.controls(), SendEdits::set);
            }
        }
        return Optional.empty();
    }

    private interface Setter {
        Edit set(String owner, Param param, double value);
    }

    private static Optional<Target> target(
            Strip strip, String owner, ParamSet params, String id, Values values, Setter setter) {
        int index = params.indexOf(id);
        if (index < 0) {
            return Optional.empty();
        }
        Param param = params.get(index);
        return Optional.of(new Target(
                strip,
                owner,
                param,
                values.get(param),
                strip.lane(owner, id).orElse(null),
                value -> setter.set(owner, param, value)));
    }

    /// The controls of a strip that have an active lane.
    List<Address> automated(Project project, String stripId) {
        return project.strip(stripId).stream()
                .flatMap(strip -> strip.automation().stream())
                .map(lane -> address(stripId, lane))
                .filter(address -> find(project, address).filter(Target::active).isPresent())
                .toList();
    }

    /// The controls that WRITE writes: volume, pan, mute and sends, and all others that have an active lane.
    List<Address> armed(Project project, String stripId) {
        List<Address> addresses = new ArrayList<>();
        project.strip(stripId).ifPresent(strip -> {
            ALWAYS_WRITTEN.forEach(param -> addresses.add(new Address(stripId, stripId, param.id())));
            for (Send send : strip.sends()) {
                StripControls.SEND_PARAMS
                        .params()
                        .forEach(param -> addresses.add(new Address(stripId, send.id(), param.id())));
            }
        });
        return Stream.concat(addresses.stream(), automated(project, stripId).stream())
                .distinct()
                .filter(address ->
                        find(project, address).filter(Target::writable).isPresent())
                .toList();
    }

    private static Address address(String stripId, Lane lane) {
        return new Address(stripId, lane.owner(), lane.param());
    }
}
