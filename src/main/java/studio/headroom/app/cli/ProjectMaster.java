package studio.headroom.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.mastering.Target;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

/// What a project says about its master.
final class ProjectMaster {
    private ProjectMaster() {}

    /// Where it goes, or null where it does not say.
    ///
    /// @throws FileException when it names a target that there is not
    static @Nullable Target target(Project project) throws FileException {
        String name = project.mastering().target();
        if (name.isEmpty()) {
            return null;
        }
        return Target.find(name)
                .orElseThrow(() -> new FileException("The project '" + project.title() + "' is made for the target '"
                        + name + "', which is not known here. Name one with --target."));
    }

    /// Its chain, or null for the gentle one.
    static @Nullable List<Insert> chain(Project project) {
        List<Insert> chain = project.mastering().chain();
        return chain.isEmpty() ? null : chain;
    }
}
