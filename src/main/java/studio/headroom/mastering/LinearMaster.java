package studio.headroom.mastering;

import java.util.List;
import java.util.stream.Collectors;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// Which effects of the master stems go without.
final class LinearMaster {
    private LinearMaster() {}

    /// Which effects of the master are left out of stems, in a sentence; empty where none are.
    static String difference(Project project) {
        List<String> left = project.master().inserts().stream()
                .filter(insert -> !insert.bypassed())
                .flatMap(insert -> Catalogue.find(insert.type()).stream()
                        .filter(type -> !linear(type, insert))
                        .map(EffectType::label))
                .distinct()
                .toList();
        return left.isEmpty()
                ? ""
                : "the master's " + left.stream().collect(Collectors.joining(" and "))
                        + (left.size() == 1 ? " works" : " work") + " on the sum alone.";
    }

    private static boolean linear(EffectType type, Insert insert) {
        return type.isLinear(type.params().resolve(insert.values()));
    }
}
