package studio.headroom.app.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.History;
import studio.headroom.project.edit.Ids;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.StripEdits;

/// Somebody who mixes without a rest: drags faders, pans, sends, controls of effects and clips, mutes, solos, bypasses,
/// adds, moves and removes effects, cuts clips, undoes and makes it again. The same seed makes the same edits. What
/// would make the song another one in the long run is kept within bounds: how many effects and clips are added, and how
/// much is muted.
final class RandomEdits {
    private static final int MOST_ADDED = 8;
    private static final int MOST_BYPASSED = 3;
    private static final int MOST_CLIPS = 6;
    private static final int SHORTEST_DRAG = 8;
    private static final int LONGEST_DRAG = 40;
    private static final int MOST_UNDONE = 3;

    private final SplittableRandom random;
    private final Project start;
    private final History history;
    private final Queue<Runnable> planned = new ArrayDeque<>();
    private long refused;

    RandomEdits(Project start, long seed) {
        this.start = start;
        history = new History(start);
        random = new SplittableRandom(seed);
    }

    /// Makes one edit and returns the song after it.
    Project next() {
        while (planned.isEmpty()) {
            plan();
        }
        planned.remove().run();
        return history.current();
    }

    /// Edits that were not possible.
    long refused() {
        return refused;
    }

    private void plan() {
        switch (random.nextInt(16)) {
            case 0, 1 -> dragStrip(StripControls.VOLUME);
            case 2 -> dragStrip(StripControls.PAN);
            case 3 -> dragStrip(StripControls.TRIM);
            case 4 -> mute();
            case 5 -> solo();
            case 6 -> bypass();
            case 7, 8 -> addOrRemove();
            case 9 -> reorder();
            case 10, 11 -> dragEffect();
            case 12 -> dragSend();
            case 13 -> dragClip();
            case 14 -> cut();
            default -> undo();
        }
    }

    // ---- drags ----

    /// A drag from one place of a control's travel to another, which is one step of the history.
    private void drag(Param param, DoubleFunction<Edit> set) {
        Range range = param.range();
        if (range instanceof Range.Choice || range instanceof Range.Toggle) {
            double value = range.plain(random.nextDouble());
            then(() -> apply(set.apply(value)));
            return;
        }
        int steps = random.nextInt(SHORTEST_DRAG, LONGEST_DRAG);
        double from = random.nextDouble();
        double to = random.nextDouble();
        drag(param.label(), steps, share -> set.apply(range.plain(from + (to - from) * share)));
    }

    private void drag(String name, int steps, DoubleFunction<Edit> at) {
        for (int i = 1; i <= steps; i++) {
            double share = (double) i / steps;
            boolean first = i == 1;
            boolean last = i == steps;
            then(() -> {
                if (first) {
                    history.begin(name);
                }
                apply(at.apply(share));
                if (last) {
                    history.end();
                }
            });
        }
    }

    private void dragStrip(Param control) {
        Strip strip = one(mixer());
        // What is dragged to silence would stay there.
        Param param =
                control == StripControls.VOLUME && strip.kind() == Strip.Kind.MASTER ? StripControls.TRIM : control;
        drag(param, value -> StripEdits.set(strip.id(), param, value));
    }

    private void dragEffect() {
        Insert insert = one(inserts(mixer()));
        EffectType type = Catalogue.find(insert.type()).orElseThrow();
        Param param = one(type.params().params());
        drag(param, value -> InsertEdits.set(insert.id(), param, value));
    }

    private void dragSend() {
        List<Send> sends =
                mixer().stream().flatMap(strip -> strip.sends().stream()).toList();
        Send send = one(sends);
        drag(StripControls.SEND_LEVEL, value -> SendEdits.set(send.id(), StripControls.SEND_LEVEL, value));
    }

    private void dragClip() {
        Clip clip = one(one(tracks()).clips());
        int steps = random.nextInt(SHORTEST_DRAG, LONGEST_DRAG);
        long by = random.nextLong(-start.sampleRate() / 50L, start.sampleRate() / 50L);
        drag("Move clip", steps, share -> ClipEdits.move(Set.of(clip.id()), by));
    }

    // ---- switches ----

    private void mute() {
        List<Strip> muted = mixer().stream()
                .filter(strip -> strip.controls().isOn(StripControls.MUTE))
                .toList();
        if (muted.isEmpty()) {
            String id = one(tracks()).id();
            then(() -> apply(StripEdits.mute(id, true)));
        } else {
            muted.forEach(strip -> then(() -> apply(StripEdits.mute(strip.id(), false))));
        }
    }

    private void solo() {
        if (mixer().stream().anyMatch(Strip::solo)) {
            then(() -> apply(StripEdits.clearSolo()));
        } else {
            String id = one(tracks()).id();
            then(() -> apply(StripEdits.solo(id, true)));
            then(() -> apply(StripEdits.solo(id, false)));
        }
    }

    private void bypass() {
        List<Insert> all = inserts(mixer());
        List<Insert> bypassed = all.stream().filter(Insert::bypassed).toList();
        Insert insert = bypassed.size() < MOST_BYPASSED ? one(all) : one(bypassed);
        then(() -> apply(InsertEdits.bypass(insert.id(), !insert.bypassed())));
    }

    // ---- effects ----

    private void addOrRemove() {
        List<Insert> added = added();
        if (added.size() < MOST_ADDED) {
            Strip strip = one(mixer());
            EffectType type = one(Catalogue.types());
            int index = random.nextInt(strip.inserts().size() + 1);
            then(() -> apply(InsertEdits.add(strip.id(), type.id(), index)));
        } else {
            String id = one(added).id();
            then(() -> apply(InsertEdits.remove(id)));
        }
    }

    private void reorder() {
        Strip from =
                one(mixer().stream().filter(strip -> !strip.inserts().isEmpty()).toList());
        Insert insert = one(from.inserts());
        boolean stays = !insert.id().startsWith(Ids.INSERT) || random.nextBoolean();
        Strip to = stays ? from : one(mixer());
        int index = random.nextInt(to.inserts().size() + 1);
        then(() -> apply(InsertEdits.move(insert.id(), to.id(), index)));
    }

    // ---- clips, and back ----

    private void cut() {
        Strip strip = one(tracks());
        if (strip.clips().size() >= MOST_CLIPS) {
            List<Clip> whole = start.strip(strip.id()).orElseThrow().clips();
            Edit restore = new Edit(
                    "Restore clips",
                    song -> song.withStrip(song.strip(strip.id()).orElseThrow().withClips(whole)));
            then(() -> apply(restore));
            return;
        }
        Clip clip = one(strip.clips());
        long at = clip.start() + 1 + (long) (random.nextDouble() * (clip.length() - 2));
        then(() -> apply(ClipCuts.split(clip.id(), at)));
    }

    private void undo() {
        int steps = 1 + random.nextInt(MOST_UNDONE);
        for (int i = 0; i < steps; i++) {
            then(history::undo);
        }
        if (random.nextBoolean()) {
            for (int i = 0; i < steps; i++) {
                then(history::redo);
            }
        }
    }

    // ---- what there is ----

    private void then(Runnable step) {
        planned.add(step);
    }

    private void apply(Edit edit) {
        try {
            history.apply(edit);
        } catch (InvalidProjectException e) {
            refused++;
        }
    }

    private List<Strip> mixer() {
        List<Strip> all = new ArrayList<>(history.current().strips());
        all.add(history.current().master());
        return all;
    }

    private List<Strip> tracks() {
        return history.current().strips().stream()
                .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                .toList();
    }

    private static List<Insert> inserts(List<Strip> strips) {
        return strips.stream().flatMap(strip -> strip.inserts().stream()).toList();
    }

    private List<Insert> added() {
        return inserts(mixer()).stream()
                .filter(insert -> insert.id().startsWith(Ids.INSERT))
                .toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
