package studio.headroom.engine;

import java.util.List;
import studio.headroom.project.Project;

/// Something that a render delivers beside the mix: the sum of strips, in time with it.
///
/// @param name for people
/// @param strips ids of tracks, buses and returns, in the order in which they are summed
/// @param preFader taken after the inserts, before fader, pan and width; what is muted is silent all the same
/// @param throughMaster goes through a copy of the master strip without those of its effects that are not linear
public record Stem(String name, List<String> strips, boolean preFader, boolean throughMaster) {
    public Stem {
        strips = List.copyOf(strips);
    }

    /// One for each strip that feeds the master, through the master: they sum to the mix whenever the master is linear.
    public static List<Stem> feedingMaster(Project project) {
        return project.strips().stream()
                .filter(strip -> strip.output() == null)
                .map(strip -> new Stem(strip.name(), List.of(strip.id()), false, true))
                .toList();
    }
}
