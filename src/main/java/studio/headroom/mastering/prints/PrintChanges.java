package studio.headroom.mastering.prints;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.compare.Difference;
import studio.headroom.project.compare.EffectNames;
import studio.headroom.project.compare.ProjectDifference;

/// What has changed in a mix since it was printed, in words.
public final class PrintChanges {
    private static final EffectNames NAMES = new EffectNames() {
        @Override
        public String label(String type) {
            return Catalogue.find(type).map(EffectType::label).orElse(type);
        }

        @Override
        public Optional<ParamSet> controls(String type) {
            return Catalogue.find(type).map(EffectType::params);
        }
    };

    /// The end of a fader, which is silence.
    private static final double SILENT_DB = -100;

    private PrintChanges() {}

    /// How much louder a new print would be, in LU, where that is certain without making it: nothing but the master's
    /// fader, behind everything, has moved.
    ///
    /// @param printed the song as it was
    public static OptionalDouble expectedLu(Project printed, Project now) {
        Strip master = now.master();
        boolean rides = master.lane(master.id(), StripControls.VOLUME.id())
                .filter(Lane::enabled)
                .isPresent();
        double before = printed.master().controls().get(StripControls.VOLUME);
        double after = master.controls().get(StripControls.VOLUME);
        boolean silent = Math.min(before, after) <= SILENT_DB;
        if (rides || silent) {
            return OptionalDouble.empty();
        }
        Strip faded = printed.master().withControls(printed.master().controls().with(StripControls.VOLUME, after));
        return since(printed.withMaster(faded), now).isEmpty()
                ? OptionalDouble.of(after - before)
                : OptionalDouble.empty();
    }

    /// What can be heard of it, the most important first.
    ///
    /// @param printed the song as it was
    public static List<Difference> since(Project printed, Project now) {
        return ProjectDifference.audible(printed, now, NAMES);
    }
}
