package studio.headroom.files.importing;

import java.util.List;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// What an import made. The media are in their place; the project is not saved.
///
/// @param edit adds tracks and media to the project, or to a later one with the same media; one step for undo
/// @param project the one given, after the edit
/// @param stems in the order of the files
public record ImportResult(Edit edit, Project project, List<ImportedStem> stems) {
    public ImportResult {
        stems = List.copyOf(stems);
    }
}
