package studio.headroom.project.edit;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;

/// A step from one project to the next.
///
/// @param name what people read after "Undo" where the song is not at hand: "Volume −3.0 dB"
/// @param change a pure function: the same project always gives the same project; throws [InvalidProjectException]
///     with the reason when the step is not possible there
/// @param naming the name in a song in which the step is possible, before it: "Lead vocal volume −3.0 dB"
public record Edit(String name, UnaryOperator<Project> change, Function<Project, String> naming) {
    /// A step that has the same name in every song.
    public Edit(String name, UnaryOperator<Project> change) {
        this(name, change, project -> name);
    }

    /// @throws InvalidProjectException when this step is not possible in this project
    public Project apply(Project project) {
        return change.apply(project);
    }

    /// What people read after "Undo".
    ///
    /// @param before a song in which this step is possible
    public String nameIn(Project before) {
        return naming.apply(before);
    }

    /// The same step under another name.
    public Edit named(String other) {
        return new Edit(other, change);
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

    /// A step whose name begins with what a strip is called: "Kick volume −3.0 dB".
    static Edit of(String strip, String what, UnaryOperator<Project> change) {
        return new Edit(capitalized(what), change, project -> StripEdits.nameOf(project, strip) + " " + what);
    }

    /// A step whose name ends with what a strip is called: "Mute Kick".
    static Edit doing(String verb, String strip, UnaryOperator<Project> change) {
        return new Edit(verb, change, project -> verb + " " + StripEdits.nameOf(project, strip));
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
