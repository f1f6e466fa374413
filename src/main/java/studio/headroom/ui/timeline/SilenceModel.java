package studio.headroom.ui.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.LevelProfile;
import studio.headroom.dsp.analysis.LevelProfile.Silence;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.edit.ClipCuts;

/// Silence that is to be taken out of clips: what would be kept is shown on the timeline while it is set up. UI thread.
final class SilenceModel {
    static final Silence USUAL = new Silence(-48, 0.3, 0.02, 0.1);

    private final TimelineModel model;
    private final List<Clip> clips;
    private final Runnable changed;
    private final Listening<Map<String, LevelProfile>> listening;
    private @Nullable Map<String, LevelProfile> profiles;
    private Silence silence = USUAL;
    private String failure = "";

    /// Begins to listen.
    ///
    /// @param clips of the song, at least one
    /// @param changed runs when there is something new to show
    SilenceModel(
            TimelineModel model,
            List<Clip> clips,
            MediaLibrary library,
            Executor background,
            Executor ui,
            Runnable changed) {
        this.model = model;
        this.clips = List.copyOf(clips);
        this.changed = changed;
        Project song = model.song();
        listening = Listening.begin(
                background,
                ui,
                progress -> profiles(song, this.clips, library, progress),
                found -> {
                    profiles = found;
                    preview();
                },
                reason -> {
                    failure = reason;
                    changed.run();
                });
    }

    private static Map<String, LevelProfile> profiles(
            Project song, List<Clip> clips, MediaLibrary library, Listening.Progress progress) throws IOException {
        Map<String, LevelProfile> profiles = new HashMap<>();
        for (Clip clip : clips) {
            try (ClipSound sound = new ClipSound(song, List.of(clip), library, true)) {
                profiles.put(clip.id(), LevelProfile.of(sound, progress));
            }
            progress.at((double) profiles.size() / clips.size());
        }
        return profiles;
    }

    Listening<Map<String, LevelProfile>> listening() {
        return listening;
    }

    boolean isReady() {
        return profiles != null;
    }

    String failure() {
        return failure;
    }

    Silence silence() {
        return silence;
    }

    void silence(Silence next) {
        silence = next;
        preview();
    }

    /// What would be kept of each clip that still plays what was listened to.
    Map<String, List<Span>> kept() {
        Map<String, LevelProfile> heard = profiles;
        Map<String, List<Span>> kept = new HashMap<>();
        if (heard != null) {
            for (Clip before : clips) {
                LevelProfile profile = heard.get(before.id());
                model.clip(before.id())
                        .map(TimelineModel.Placed::clip)
                        .filter(now ->
                                profile != null && now.withStart(before.start()).equals(before))
                        .ifPresent(now -> kept.put(now.id(), spans(now, profile)));
            }
        }
        return kept;
    }

    private List<Span> spans(Clip clip, @Nullable LevelProfile profile) {
        List<Span> spans = new ArrayList<>();
        if (profile != null) {
            for (LevelProfile.Part part : profile.sounding(silence)) {
                spans.add(new Span(clip.start() + part.from(), clip.start() + part.to()));
            }
        }
        return spans;
    }

    /// How many pieces there would be, and which share of the clips' time they are, 0 to 1.
    record Outcome(int pieces, double share) {}

    Outcome outcome() {
        Map<String, List<Span>> kept = kept();
        int pieces = kept.values().stream().mapToInt(List::size).sum();
        double length = kept.values().stream()
                .flatMap(List::stream)
                .mapToLong(Span::length)
                .sum();
        double all = Math.max(1, clips.stream().mapToLong(Clip::length).sum());
        return new Outcome(pieces, length / all);
    }

    private void preview() {
        model.kept(kept());
        changed.run();
    }

    /// Takes the silence out.
    ///
    /// @return whether that was possible
    boolean strip() {
        Map<String, List<Span>> kept = kept();
        model.kept(Map.of());
        return !kept.isEmpty() && model.apply(ClipCuts.keep(kept, ClipCuts.DECLICK_SECONDS));
    }

    void close() {
        listening.cancel();
        model.kept(Map.of());
    }
}
