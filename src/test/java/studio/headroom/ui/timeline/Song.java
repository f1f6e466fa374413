package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Tempo;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongHistory;

/// A song at 48 kHz and 120 BPM, where a beat is 24000 frames, with the timeline on it: 480 frames a unit, so that a
/// beat is 50 units wide, and rows of 48 units.
final class Song {
    static final int BEAT = 24_000;
    static final double PER_UNIT = 480;

    final Project start;
    final SongHistory history;
    final Deck deck = new Deck();
    final TimelineModel model;
    final TimelineHand hand;
    final TimelineActions actions;
    final List<String> refusals = new ArrayList<>();

    Song(int tracks) {
        this(project(tracks));
    }

    Song(Project project) {
        start = project;
        history = new SongHistory(project, refusals::add);
        model = new TimelineModel(history, new Selection(history), deck);
        hand = new TimelineHand(model);
        actions = new TimelineActions(model);
        model.size(400, 400);
        model.heightOfAll(RowHeight.M);
        model.scale().zoom(model.scale().framesPerUnit() / PER_UNIT, 0);
        model.scale().scrollTo(0);
        model.snapGrid(SnapGrid.QUARTER);
    }

    /// Each track has a clip of 4 beats from the fifth beat on, out of the middle of a sound file of a minute.
    static Project project(int tracks) {
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int i = 1; i <= tracks; i++) {
            Media item = new Media("media" + i, "media/" + i + ".wav", 1, 60 * 48_000, i + ".wav");
            media.add(item);
            Clip clip = Clip.whole("clip" + i, item, 0).withSpan(4 * BEAT, 10 * BEAT, 4 * BEAT);
            strips.add(Strip.create(Strip.Kind.TRACK, "track" + i, "Track " + i).withClips(List.of(clip)));
        }
        return Project.empty("Song", 48_000)
                .withTempo(new Tempo(120, 4, 4))
                .withMedia(media)
                .withStrips(strips);
    }

    Clip clip(String id) {
        return model.clip(id).orElseThrow().clip();
    }

    String track(String clip) {
        return model.clip(clip).orElseThrow().strip().id();
    }

    /// A place over a track in the view: so many beats from the beginning.
    static double x(double beats) {
        return beats * BEAT / PER_UNIT;
    }

    /// The middle of a track's row, from 0.
    static double y(int row) {
        return row * 48 + 30;
    }

    void drag(double x1, double y1, double x2, double y2) {
        drag(x1, y1, x2, y2, false, false, false);
    }

    /// Drags in many steps, as a hand does.
    void drag(double x1, double y1, double x2, double y2, boolean shift, boolean control, boolean alt) {
        hand.press(x1, y1, 1, shift, control, alt);
        for (int i = 1; i <= 20; i++) {
            hand.drag(x1 + (x2 - x1) * i / 20, y1 + (y2 - y1) * i / 20, shift, control, alt);
        }
        hand.release();
    }

    /// Takes all back, and finds the song as it was.
    void undoAll(int steps) {
        assertThat(history.steps()).hasSize(steps);
        for (int i = 0; i < steps; i++) {
            history.undo();
        }
        assertThat(history.current()).isEqualTo(start);
        assertThat(refusals).isEmpty();
    }
}
