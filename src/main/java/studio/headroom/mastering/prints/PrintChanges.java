package studio.headroom.mastering.prints;

import java.util.List;
import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Project;
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

    private PrintChanges() {}

    /// What can be heard of it, the most important first.
    ///
    /// @param printed the song as it was
    public static List<Difference> since(Project printed, Project now) {
        return ProjectDifference.audible(printed, now, NAMES);
    }
}
