package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ChainPreset;
import studio.headroom.mastering.ChainIds;
import studio.headroom.mastering.FactoryChain;
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

    /// The chain of the program that an option names, or null; a file of the same name goes first.
    ///
    /// @throws UsageException where there is neither, and the name looks like that of a chain
    static @Nullable FactoryChain factory(@Nullable Path preset) {
        if (preset == null || Files.exists(preset)) {
            return null;
        }
        String name = preset.toString();
        Optional<FactoryChain> found = FactoryChain.find(name);
        if (found.isEmpty() && name.matches("[A-Za-z -]+")) {
            throw new UsageException("there is no chain and no file '" + name + "'; the program's chains are "
                    + String.join(", ", new MasterCommand.FactoryNames()));
        }
        return found.orElse(null);
    }

    /// The chain that an option names: one of the program, or a file.
    ///
    /// @throws FileException that names the file and what is wrong with it
    static List<Insert> named(Path preset) throws FileException {
        FactoryChain factory = factory(preset);
        if (factory != null) {
            return factory.chain();
        }
        List<Insert> chain = ChainPreset.read(preset);
        List<String> problems = ChainIds.problems(chain);
        if (!problems.isEmpty()) {
            throw new FileException("Cannot use '" + preset + "'. " + String.join(" ", problems));
        }
        return chain;
    }

    /// The print that was chosen for it in the Master view, or that a song without tracks has; null for that of the mix
    /// as it is.
    ///
    /// @throws IOException when the folder of prints cannot be read, or the chosen one is not there
    static @Nullable Print print(Project project, Path folder) throws IOException {
        boolean none = project.end() == 0;
        if (project.mastering().print().isEmpty() && !none) {
            return null;
        }
        Shelf shelf = new PrintShelf(folder).look(project);
        if (none) {
            return shelf.chosen(project).orElse(null);
        }
        String chosen = project.mastering().print();
        return shelf.find(chosen)
                .orElseThrow(() -> new FileException("The print '" + chosen + "' that '" + project.title()
                        + "' is mastered from is not in its folder of prints. Put it back, or choose another one in the"
                        + " Master view."));
    }

    /// Its chain, or null for the gentle one.
    static @Nullable List<Insert> chain(Project project) {
        List<Insert> chain = project.mastering().chain();
        return chain.isEmpty() ? null : chain;
    }
}
