package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Which control an automation lane on the timeline is of.
///
/// @param strip the strip below which it is shown
/// @param owner id of the strip, insert or send whose control it is
/// @param param id of the control
public record LaneKey(String strip, String owner, String param) {
    /// That control as it stands in a song.
    ///
    /// @param name for people: "Volume", "EQ Gain", "Hall level"
    /// @param value its own, which holds where there are no points
    /// @param lane its automation; without points where there is none yet
    public record Control(LaneKey key, String name, Param param, double value, Lane lane) {
        /// The plain value at a frame.
        public double valueAt(long frame) {
            return lane.points().isEmpty() ? value : lane.valueAt(param, frame);
        }

        public boolean automated() {
            return !lane.points().isEmpty();
        }
    }

    /// Which control an automation lane of a strip moves; empty where this version does not know it.
    static Optional<Param> param(Strip strip, Lane lane) {
        return new LaneKey(strip.id(), lane.owner(), lane.param())
                .in(strip, UnaryOperator.identity())
                .map(Control::param);
    }

    /// The control, or empty when the song has it no more.
    public Optional<Control> in(Project song) {
        return song.strip(strip).flatMap(found -> in(found, id -> name(song, id)));
    }

    /// @param names of the strips that sends lead to, by id
    private Optional<Control> in(Strip found, UnaryOperator<String> names) {
        if (owner.equals(strip)) {
            return control(found, Param::label, StripControls.PARAMS, found.controls());
        }
        for (Insert insert : found.inserts()) {
            if (insert.id().equals(owner)) {
                return param.equals(StripControls.BYPASS.id())
                        ? control(found, named(insert), ParamSet.of(StripControls.BYPASS), insert.values())
                        : Catalogue.find(insert.type())
                                .flatMap(type -> control(found, named(insert), type.params(), insert.values()));
            }
        }
        for (Send send : found.sends()) {
            if (send.id().equals(owner)) {
                String target = names.apply(send.target());
                return control(
                        found,
                        param -> target + " " + param.label().toLowerCase(Locale.ROOT),
                        StripControls.SEND_PARAMS,
                        send.controls());
            }
        }
        return Optional.empty();
    }

    private static String name(Project song, String strip) {
        return song.strip(strip).map(Strip::name).orElse("Send");
    }

    private static Function<Param, String> named(Insert insert) {
        String effect = Catalogue.find(insert.type()).map(EffectType::label).orElse(insert.type());
        return param -> effect + " " + param.label();
    }

    private Optional<Control> control(Strip found, Function<Param, String> name, ParamSet params, Values values) {
        int index = params.indexOf(param);
        if (index < 0) {
            return Optional.empty();
        }
        Param known = params.get(index);
        Lane lane = found.lane(owner, param).orElse(new Lane(owner, param, true, List.of()));
        return Optional.of(new Control(this, name.apply(known), known, values.get(known), lane));
    }

    /// All controls of a strip that can be automated: its own first, then those of its sends and effects.
    public static List<Control> of(Project song, Strip strip) {
        List<LaneKey> keys = new ArrayList<>();
        add(keys, strip, strip.id(), ParamSet.of(StripControls.VOLUME, StripControls.PAN, StripControls.MUTE));
        add(keys, strip, strip.id(), ParamSet.of(StripControls.TRIM, StripControls.WIDTH));
        strip.sends().forEach(send -> add(keys, strip, send.id(), StripControls.SEND_PARAMS));
        for (Insert insert : strip.inserts()) {
            keys.add(new LaneKey(strip.id(), insert.id(), StripControls.BYPASS.id()));
            Catalogue.find(insert.type()).ifPresent(type -> add(keys, strip, insert.id(), type.params()));
        }
        return keys.stream()
                .flatMap(key -> key.in(strip, id -> name(song, id)).stream())
                .toList();
    }

    private static void add(List<LaneKey> keys, Strip strip, String owner, ParamSet params) {
        params.params().stream()
                .filter(Param::automatable)
                .forEach(param -> keys.add(new LaneKey(strip.id(), owner, param.id())));
    }
}
