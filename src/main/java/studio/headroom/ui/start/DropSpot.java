package studio.headroom.ui.start;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.importing.ImportResult;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.StripEdits;

/// Where sound files that are dropped on a song go.
///
/// @param words what dropping there does, for people: "New track at 17.1.1"
/// @param index place among the strips of the first new track; beyond the last is at the end
/// @param frame where the sound begins on the timeline
/// @param track id of the track that takes the files as clips, one behind the other; null for a new track each
public record DropSpot(
        String words, int index, long frame, @Nullable String track) {
    /// New tracks behind all others, from the beginning of the song.
    public static final DropSpot END = new DropSpot("Drop to add tracks", Integer.MAX_VALUE, 0, null);

    /// The step that puts what was imported there.
    public Edit place(ImportResult imported) {
        String onto = track;
        if (onto != null) {
            return clips(imported.edit(), onto);
        }
        return index == Integer.MAX_VALUE && frame == 0 ? imported.edit() : tracks(imported.edit());
    }

    private Edit tracks(Edit adding) {
        return new Edit(adding.name(), project -> {
            Project now = adding.apply(project);
            List<Strip> added = added(project, now);
            Set<String> clips = added.stream()
                    .flatMap(strip -> strip.clips().stream())
                    .map(Clip::id)
                    .collect(Collectors.toSet());
            if (frame > 0 && !clips.isEmpty()) {
                now = ClipEdits.move(clips, frame).apply(now);
            }
            if (index < project.strips().size()) {
                int at = index;
                for (Strip strip : added) {
                    now = StripEdits.reorder(strip.id(), at++).apply(now);
                }
            }
            return now;
        });
    }

    private Edit clips(Edit adding, String onto) {
        return new Edit(adding.name(), project -> {
            Project now = adding.apply(project);
            List<Clip> clips = new ArrayList<>();
            for (Strip strip : added(project, now)) {
                clips.addAll(strip.clips());
                now = StripEdits.delete(strip.id()).apply(now);
            }
            long at = frame;
            for (Clip clip : clips) {
                now = ClipEdits.add(onto, clip.media(), at).apply(now);
                at += clip.length();
            }
            return now;
        });
    }

    private static List<Strip> added(Project before, Project now) {
        Set<String> known = new HashSet<>();
        before.strips().forEach(strip -> known.add(strip.id()));
        return now.strips().stream()
                .filter(strip -> !known.contains(strip.id()))
                .toList();
    }
}
