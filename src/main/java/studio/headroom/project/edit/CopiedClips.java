package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Clips that were copied, with their distances in time and in tracks.
public record CopiedClips(List<Copied> clips) {
    /// @param track counted from the topmost track that was copied from
    /// @param clip its start counts from the first of all
    public record Copied(int track, Clip clip) {}

    public CopiedClips {
        clips = List.copyOf(clips);
    }

    /// Copies clips of a song.
    public static CopiedClips of(Project project, Set<String> ids) {
        Clips.require(project, ids);
        long first = Clips.chosen(project, ids).stream()
                .mapToLong(Clip::start)
                .min()
                .orElse(0);
        List<Copied> copied = new ArrayList<>();
        List<Strip> tracks = ClipEdits.tracks(project);
        int topmost = -1;
        for (int i = 0; i < tracks.size(); i++) {
            for (Clip clip : tracks.get(i).clips()) {
                if (ids.contains(clip.id())) {
                    topmost = topmost < 0 ? i : topmost;
                    copied.add(new Copied(i - topmost, clip.withStart(clip.start() - first)));
                }
            }
        }
        return new CopiedClips(copied);
    }

    /// How many tracks they need, counting those in between.
    public int tracks() {
        return clips.stream().mapToInt(Copied::track).max().orElse(0) + 1;
    }

    /// From the first one's start to the last one's end, in frames.
    public long length() {
        return clips.stream().mapToLong(item -> item.clip().end()).max().orElse(0);
    }
}
