package studio.headroom.project.edit;

import java.util.List;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;

/// The song that tests of edits begin with, and how they apply them.
abstract class EditsSong {
    /// A sound file of one second and a track with all of it from 1 s on; 2 ms are 96 frames.
    static final Media MEDIA = new Media("media1", "media/Kick.wav", 1, 48_000, "Kick.wav");

    static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(
                    Strip.create(Kind.TRACK, "strip1", "Kick").withClips(List.of(Clip.whole("clip1", MEDIA, 48_000))),
                    Strip.create(Kind.TRACK, "strip2", "Bass"),
                    Strip.create(Kind.BUS, "strip3", "Drums"),
                    Strip.create(Kind.RETURN, "strip4", "Hall")));

    static Clip clip(Edit edit) {
        return edit.apply(SONG).strips().get(0).clips().get(0);
    }

    static Project apply(Project project, Edit... edits) {
        return Edit.sequence("all", List.of(edits)).apply(project);
    }
}
