package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.ClipAutomation;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.CopiedClips;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.project.edit.RippleEdits;

/// What can be done with the selected clips. Each is one step of undo. UI thread.
public final class ClipActions {
    /// A cross-fade of this length is made between neighbors, in seconds.
    private static final double CROSS_FADE = 0.05;

    static final String NOTHING_TO_SPLIT =
            "Nothing is selected to split: select clips, or the tracks whose clips under the playhead you mean.";
    static final String NOT_UNDER_PLAYHEAD = "No selected clip lies under the playhead: put it inside one to split it.";
    static final String NOT_AT_TIME = "No selected clip reaches over the ends of the selected time.";

    private final TimelineModel model;
    private @Nullable CopiedClips copied;
    private @Nullable ClipAutomation copiedAutomation;

    ClipActions(TimelineModel model) {
        this.model = model;
    }

    private Set<String> ids() {
        return Set.copyOf(model.selection().clips().get());
    }

    public boolean any() {
        return !ids().isEmpty();
    }

    // ---- cutting ----

    /// Cuts the selected clips at the playhead, or, with none selected, those of the selected tracks that lie under it.
    /// Where there are none, says what to select.
    public void split() {
        long frame = model.player().position();
        Set<String> over = over(frame);
        if (over.isEmpty()) {
            model.hint(any() ? NOT_UNDER_PLAYHEAD : NOTHING_TO_SPLIT);
        } else {
            model.apply(ClipCuts.split(over, frame, ClipCuts.DECLICK_SECONDS));
        }
    }

    /// Cuts at both ends of the selected time: the selected clips, or, with none selected, those of the selected
    /// tracks. Where there are none, says what to select.
    public void splitAtTime() {
        Span time = model.time();
        if (time != null) {
            Set<String> over = new TreeSet<>(over(time.start()));
            over.addAll(over(time.end()));
            if (over.isEmpty()) {
                model.hint(any() ? NOT_AT_TIME : NOTHING_TO_SPLIT);
            } else {
                model.apply(ClipCuts.splitAt(over, Set.of(time.start(), time.end()), ClipCuts.DECLICK_SECONDS));
            }
        }
    }

    /// Of what is selected, the clips that a frame cuts in two.
    private Set<String> over(long frame) {
        Set<String> chosen = new TreeSet<>();
        for (Strip strip : model.song().strips()) {
            boolean track = !any() && model.selection().isSelected(strip.id());
            for (Clip clip : strip.clips()) {
                boolean meant = track || ids().contains(clip.id());
                if (meant && frame > clip.start() && frame < clip.end()) {
                    chosen.add(clip.id());
                }
            }
        }
        return chosen;
    }

    public void join() {
        if (any()) {
            model.apply(ClipCuts.join(ids()));
        }
    }

    /// Deletes the selected clips, and closes the gaps where ripple is on.
    public void delete() {
        RippleEdits.Reach reach = model.modes().ripple().reach();
        if (any()) {
            model.apply(reach == null ? ClipEdits.delete(ids()) : RippleEdits.delete(ids(), reach));
        }
    }

    /// Deletes the selected clips and closes the gaps: on their tracks, or on all where ripple is on for all.
    public void rippleDelete() {
        RippleEdits.Reach reach = model.modes().ripple().reach();
        if (any()) {
            model.apply(RippleEdits.delete(ids(), reach == null ? RippleEdits.Reach.TRACK : reach));
        }
    }

    // ---- copies ----

    /// Puts copies behind the selected clips, with their automation where it follows.
    public void duplicate() {
        if (any()) {
            Set<String> before = allIds();
            Edit edit = ClipEdits.duplicate(ids(), 1);
            Span piece = piece();
            Optional<String> top = topmost();
            model.apply(
                    model.modes().automationFollows() && top.isPresent()
                            ? ClipAutomation.of(model.song(), ids(), LaneKey::param)
                                    .pasted(edit, top.get(), piece.end())
                            : edit);
            selectNew(before);
        }
    }

    private Span piece() {
        List<Clip> clips = model.selectedClips();
        long from = clips.stream().mapToLong(Clip::start).min().orElse(0);
        return new Span(
                from,
                Math.max(from + 1, clips.stream().mapToLong(Clip::end).max().orElse(0)));
    }

    private Optional<String> topmost() {
        return tracks().filter(strip -> strip.clips().stream().anyMatch(clip -> ids().contains(clip.id())))
                .map(Strip::id)
                .findFirst();
    }

    private java.util.stream.Stream<Strip> tracks() {
        return model.song().strips().stream().filter(strip -> strip.kind() == Strip.Kind.TRACK);
    }

    private Set<String> allIds() {
        Set<String> ids = new TreeSet<>();
        model.song().strips().forEach(strip -> strip.clips().forEach(clip -> ids.add(clip.id())));
        return ids;
    }

    private void selectNew(Set<String> before) {
        model.selection()
                .clips(allIds().stream().filter(id -> !before.contains(id)).toList());
    }

    boolean hasCopy() {
        return copied != null;
    }

    /// Remembers the selected clips.
    public void copy() {
        copied = CopiedClips.of(model.song(), ids());
        copiedAutomation = ClipAutomation.of(model.song(), ids(), LaneKey::param);
    }

    void forgetCopy() {
        copied = null;
        copiedAutomation = null;
    }

    /// Puts what was copied at the playhead, on the selected track.
    public void paste() {
        CopiedClips items = copied;
        ClipAutomation automation = copiedAutomation;
        if (items == null || automation == null) {
            return;
        }
        long at = model.player().position();
        Set<String> before = allIds();
        List<String> chosen = model.selection().strips().get();
        tracks().map(Strip::id)
                .filter(id -> chosen.isEmpty() || chosen.contains(id))
                .findFirst()
                .ifPresent(track -> {
                    Edit paste = ClipEdits.paste(items, track, at);
                    model.apply(model.modes().automationFollows() ? automation.pasted(paste, track, at) : paste);
                    selectNew(before);
                });
    }

    /// Moves the selected clips along the timeline.
    public void nudge(long frames) {
        RippleEdits.Reach reach = model.modes().ripple().reach();
        if (any()) {
            Edit nudge = ClipEdits.nudge(ids(), frames);
            model.apply(
                    reach != null
                            ? RippleEdits.move(ids(), frames, reach)
                            : model.modes().automationFollows()
                                    ? ClipAutomation.moved(nudge, ids(), LaneKey::param)
                                    : nudge);
        }
    }

    /// Moves the sound within the selected clips.
    public void slip(long frames) {
        if (any()) {
            model.apply(ClipEdits.slip(ids(), frames));
        }
    }

    // ---- sound ----

    public void mute() {
        if (any()) {
            boolean all = model.selectedClips().stream().allMatch(Clip::muted);
            model.apply(ClipEdits.mute(ids(), !all));
        }
    }

    public void reverse() {
        if (any()) {
            model.apply(ClipEdits.reverse(ids()));
        }
    }

    /// Sets the gain of the selected clips.
    public void gain(double db) {
        each("Gain of clips", clip -> ClipFades.gain(clip.id(), db));
    }

    /// Adds a point to the gain envelopes of the selected clips that sound at the playhead; nothing is heard of it
    /// until
    /// it is moved.
    public void gainPoint() {
        long frame = model.player().position();
        List<Edit> edits = model.selectedClips().stream()
                .filter(clip -> frame >= clip.start() && frame < clip.end())
                .map(clip -> EnvelopeEdits.add(
                        clip.id(), clip.inMedia(frame), clip.envelope().db(clip.inMedia(frame))))
                .toList();
        if (!edits.isEmpty()) {
            model.apply(edits.size() == 1 ? edits.getFirst() : Edit.sequence("Add gain points", edits));
        }
    }

    /// Takes the gain envelopes of the selected clips away.
    public void clearEnvelopes() {
        if (any()) {
            model.apply(EnvelopeEdits.clear(ids()));
        }
    }

    public void raise(double db) {
        if (any()) {
            model.apply(ClipFades.gainBy(ids(), db));
        }
    }

    // ---- fades ----

    /// Sets the shape of the fades at the beginning, at the end, or both, of the selected clips.
    public void fadeShape(Fade.Shape shape, boolean in, boolean out) {
        each("Fade shape", clip -> {
            Fade first = in ? new Fade(clip.fadeIn().frames(), shape) : clip.fadeIn();
            Fade last = out ? new Fade(clip.fadeOut().frames(), shape) : clip.fadeOut();
            return ClipFades.fades(clip.id(), first, last);
        });
    }

    /// Sets the length of the fades at the beginning or at the end of the selected clips.
    ///
    /// @param millis 0 for none
    public void fadeLength(double millis, boolean in) {
        long frames = Math.round(millis / 1000 * model.song().sampleRate());
        each(in ? "Fade in" : "Fade out", clip -> {
            Fade before = in ? clip.fadeIn() : clip.fadeOut();
            Fade.Shape shape = before.frames() == 0 ? Fade.Shape.EQUAL_POWER : before.shape();
            Fade fade = new Fade(frames, shape);
            return in ? ClipFades.fadeIn(Set.of(clip.id()), fade) : ClipFades.fadeOut(Set.of(clip.id()), fade);
        });
    }

    /// Fades the selected clips in up to the playhead, or out from it.
    public void fadeToPlayhead(boolean in) {
        long at = model.player().position();
        List<Edit> edits = new ArrayList<>();
        for (Clip clip : model.selectedClips()) {
            if (at > clip.start() && at < clip.end()) {
                Fade before = in ? clip.fadeIn() : clip.fadeOut();
                Fade.Shape shape = before.frames() == 0 ? Fade.Shape.EQUAL_POWER : before.shape();
                Fade fade = new Fade(in ? at - clip.start() : clip.end() - at, shape);
                edits.add(in ? ClipFades.fadeIn(Set.of(clip.id()), fade) : ClipFades.fadeOut(Set.of(clip.id()), fade));
            }
        }
        sequence(in ? "Fade in to the playhead" : "Fade out from the playhead", edits);
    }

    /// Lets selected neighbors of a track go over into each other.
    public void crossFade() {
        long frames = Math.round(CROSS_FADE * model.song().sampleRate());
        List<Edit> edits = new ArrayList<>();
        for (Strip strip : model.song().strips()) {
            List<Clip> chosen = strip.clips().stream()
                    .filter(clip -> ids().contains(clip.id()))
                    .toList();
            for (int i = 0; i + 1 < chosen.size(); i++) {
                long overlap = chosen.get(i).end() - chosen.get(i + 1).start();
                edits.add(ClipFades.crossFade(
                        chosen.get(i).id(), chosen.get(i + 1).id(), Math.max(frames, overlap), Fade.Shape.EQUAL_POWER));
            }
        }
        sequence("Cross-fade", edits);
    }

    // ---- looks ----

    public void rename(String name) {
        each("Rename clips", clip -> ClipEdits.rename(clip.id(), name));
    }

    /// @param color of [studio.headroom.ui.theme.TrackColor]; empty for the track's
    public void color(String color) {
        if (any()) {
            model.apply(ClipEdits.recolor(ids(), color));
        }
    }

    private interface OfClip {
        Edit edit(Clip clip);
    }

    private void each(String name, OfClip change) {
        sequence(name, model.selectedClips().stream().map(change::edit).toList());
    }

    private void sequence(String name, List<Edit> edits) {
        if (edits.size() == 1) {
            model.apply(edits.getFirst());
        } else if (!edits.isEmpty()) {
            model.apply(Edit.sequence(name, edits));
        }
    }

    // ---- which clips ----

    public void selectAll() {
        model.selection().clips(List.copyOf(allIds()));
    }

    /// All clips of the selected tracks from the playhead on.
    public void selectFollowing() {
        long at = model.player().position();
        List<String> chosen = model.selection().strips().get();
        model.selection()
                .clips(tracks().filter(strip -> chosen.isEmpty() || chosen.contains(strip.id()))
                        .flatMap(strip -> strip.clips().stream())
                        .filter(clip -> clip.start() >= at)
                        .map(Clip::id)
                        .toList());
    }

    /// A clip with those that are edited together with it: on each track of a group whose selection is linked, the
    /// clips that lie beside it for the most part.
    static List<String> together(Project song, Strip strip, Clip clip) {
        Map<String, List<String>> found = new HashMap<>();
        for (String id : studio.headroom.project.edit.GroupEdits.linked(
                song, Set.of(strip.id()), studio.headroom.project.Group.Link.SELECT)) {
            song.strip(id)
                    .ifPresent(other -> found.put(
                            id,
                            other.clips().stream()
                                    .filter(beside -> beside.id().equals(clip.id())
                                            || !id.equals(strip.id()) && isBeside(clip, beside))
                                    .map(Clip::id)
                                    .toList()));
        }
        List<String> all = new ArrayList<>(List.of(clip.id()));
        song.strips()
                .forEach(each -> found.getOrDefault(each.id(), List.of()).stream()
                        .filter(id -> !id.equals(clip.id()))
                        .forEach(all::add));
        return all;
    }

    private static boolean isBeside(Clip one, Clip other) {
        long common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common * 2 > Math.min(one.length(), other.length());
    }
}
