package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.Shelf;
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

    /// The print that was chosen for it in the Master view, or that a song without tracks has; null for that of the mix
    /// as it is.
    ///
    /// @throws IOException when the folder of prints cannot be read
    static @Nullable Print print(Project project, Path folder) throws IOException {
        boolean none = project.end() == 0;
        if (project.mastering().print().isEmpty() && !none) {
            return null;
        }
        Shelf shelf = new PrintShelf(folder).look(project);
        return none
                ? shelf.chosen(project).orElse(null)
                : shelf.find(project.mastering().print()).orElse(null);
    }

    /// Its chain, or null for the gentle one.
    static @Nullable List<Insert> chain(Project project) {
        List<Insert> chain = project.mastering().chain();
        return chain.isEmpty() ? null : chain;
    }
}
