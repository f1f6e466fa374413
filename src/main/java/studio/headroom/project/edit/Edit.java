package studio.headroom.project.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;

/// A step from one project to the next.
///
/// @param name what people read after "Undo": "Rename 'Kick'"
/// @param change a pure function: the same project always gives the same project; throws [InvalidProjectException]
///     with the reason when the step is not possible there
public record Edit(String name, UnaryOperator<Project> change) {
    /// @throws InvalidProjectException when this step is not possible in this project
    public Project apply(Project project) {
        return change.apply(project);
    }

    /// Several edits as one, in their order.
    public static Edit sequence(String name, List<Edit> edits) {
        List<Edit> all = List.copyOf(edits);
        return new Edit(name, project -> {
            Project result = project;
            for (Edit edit : all) {
                result = edit.apply(result);
            }
            return result;
        });
    }
}
