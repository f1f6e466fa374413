package studio.headroom.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ChainPreset;
import studio.headroom.mastering.FactoryChain;
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

    /// The chain of the program that an option names, or null; a file of the same name goes first.
    static @Nullable FactoryChain factory(@Nullable Path preset) {
        return preset == null || Files.exists(preset)
                ? null
                : FactoryChain.find(preset.toString()).orElse(null);
    }

    /// The chain that an option names: one of the program, or a file.
    ///
    /// @throws FileException that names the file and what is wrong with it
    static List<Insert> named(Path preset) throws FileException {
        FactoryChain factory = factory(preset);
        return factory == null ? ChainPreset.read(preset) : factory.chain();
    }

    /// Its chain, or null for the gentle one.
    static @Nullable List<Insert> chain(Project project) {
        List<Insert> chain = project.mastering().chain();
        return chain.isEmpty() ? null : chain;
    }
}
