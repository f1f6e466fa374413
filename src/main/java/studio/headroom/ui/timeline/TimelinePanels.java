package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Strip;
import studio.headroom.ui.theme.Look;

/// The panels of the timeline, one at a time. UI thread.
public final class TimelinePanels {
    private final Look look;
    private final TimelineModel model;
    private final Waves waves;
    private final Node over;
    private final Executor background = task -> Thread.ofPlatform()
            .name("listening")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .start(task);
    private @Nullable PanelBox box;
    private NormalizePanel.Choice normalized = NormalizePanel.Choice.USUAL;

    /// @param over what they open over, which is in a window then
    TimelinePanels(Look look, TimelineModel model, Waves waves, Node over) {
        this.look = look;
        this.model = model;
        this.waves = waves;
        this.over = over;
    }

    /// Closes what is open.
    public void close() {
        if (box != null) {
            box.close();
        }
        box = null;
    }

    /// The panel that is open, or null.
    @Nullable
    PanelBox open() {
        return box != null && box.isOpen() ? box : null;
    }

    /// Listens to the selected clips, or, with none selected, to all clips of the selected tracks.
    public void detect() {
        List<Clip> clips = model.selectedClips();
        if (!clips.isEmpty()) {
            detect(clips, clips.size() == 1 ? name(clips.getFirst()) : clips.size() + " clips");
            return;
        }
        List<Strip> tracks = model.selection().strips().get().stream()
                .flatMap(id -> model.song().strip(id).stream())
                .toList();
        List<Clip> all = new ArrayList<>();
        tracks.forEach(strip -> all.addAll(strip.clips()));
        if (!all.isEmpty()) {
            detect(all, tracks.size() == 1 ? tracks.getFirst().name() : tracks.size() + " tracks");
        }
    }

    /// Listens to a track.
    public void detect(String strip) {
        model.song()
                .strip(strip)
                .filter(found -> !found.clips().isEmpty())
                .ifPresent(found -> detect(found.clips(), found.name()));
    }

    private void detect(List<Clip> clips, String what) {
        List<Clip> heard = clips.stream().filter(clip -> clip.length() > 0).toList();
        if (!heard.isEmpty()) {
            close();
            box = new DetectPanel(look, model, what, heard, waves.library(), background, waves.ui(), over).box();
        }
    }

    private String name(Clip clip) {
        return clip.name().isEmpty()
                ? model.clip(clip.id()).map(placed -> placed.strip().name()).orElse("the clip")
                : clip.name();
    }

    /// Sets up which silence is taken out of the selected clips.
    public void silence() {
        List<Clip> clips = model.selectedClips();
        if (!clips.isEmpty()) {
            close();
            box = new SilencePanel(look, model, clips, waves.library(), background, waves.ui(), over).box();
        }
    }

    /// Sets up to which level the selected clips are brought.
    public void normalize() {
        List<Clip> clips = model.selectedClips();
        if (!clips.isEmpty()) {
            close();
            NormalizePanel panel = new NormalizePanel(
                    look,
                    model,
                    clips,
                    waves.library(),
                    background,
                    waves.ui(),
                    normalized,
                    choice -> normalized = choice,
                    over);
            box = panel.box();
        }
    }

    /// The song's tempo and time signature.
    public void tempo() {
        close();
        box = new TempoPanel(look, model, over).box();
    }
}
