package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Insert;
import studio.headroom.project.Mastering;
import studio.headroom.project.Snapshot;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.song.SongHistory;

/// A chain that is heard before it is taken: a step of the song that is begun and not ended, at the loudness of what
/// was
/// there before. UI thread.
final class AssistantPreview {
    private final SongHistory history;
    private final Hearing hearing;
    private String name = "";
    private @Nullable Mastering before;
    private List<Insert> chain = List.of();
    private boolean keeping;
    private double lufs = Double.NaN;
    private double triedLufs = Double.NaN;

    AssistantPreview(SongHistory history, Hearing hearing) {
        this.history = history;
        this.hearing = hearing;
    }

    /// Whether a chain is in the song for the moment.
    boolean isOn() {
        return before != null;
    }

    /// From now on everything is heard at one loudness.
    ///
    /// @param common that loudness in LUFS
    /// @param tried that of the chain that is tried
    void match(double common, double tried) {
        lufs = common;
        triedLufs = tried;
        tell();
    }

    private void tell() {
        hearing.tried().set(Double.isNaN(lufs) ? null : new Hearing.Tried(lufs, isOn() ? triedLufs : Double.NaN));
    }

    /// @param step what the step is called when it is taken
    /// @param keep whether the chain that is there goes to a free slot
    void begin(String step, List<Insert> wanted, boolean keep) {
        name = step;
        before = history.current().mastering();
        tell();
        history.begin(step);
        show(wanted, keep);
    }

    /// Puts another chain in its place while it is on.
    void show(List<Insert> wanted, boolean keep) {
        chain = wanted;
        keeping = keep;
        Mastering from = before;
        if (from != null) {
            history.apply(edit(name, from, wanted, keep));
        }
    }

    /// The song is as it was.
    void cancel() {
        if (before != null) {
            before = null;
            history.cancel();
            tell();
        }
    }

    /// Takes a chain, whether it is on or not: one step.
    void take(String step, List<Insert> wanted, boolean keep) {
        Mastering from = before;
        if (from == null) {
            history.apply(edit(step, history.current().mastering(), wanted, keep));
        } else {
            show(wanted, keep);
            before = null;
            history.end();
        }
    }

    /// Makes an edit that is a step of its own, not one of what is tried.
    void beside(Edit edit) {
        boolean on = isOn();
        cancel();
        history.apply(edit);
        if (on) {
            begin(name, chain, keeping);
        }
    }

    /// From a mastering to the one with a chain.
    private static Edit edit(String name, Mastering from, List<Insert> wanted, boolean keep) {
        List<Edit> steps = new ArrayList<>();
        String slot = freeSlot(from);
        if (keep && !slot.isEmpty()) {
            steps.add(MasteringEdits.copyToSlot(slot));
        }
        steps.add(MasteringEdits.chain(name, wanted));
        Edit all = Edit.sequence(name, steps);
        return new Edit(name, project -> all.apply(project.withMastering(from)));
    }

    private static String freeSlot(Mastering mastering) {
        return mastering.chain().isEmpty()
                ? ""
                : Snapshot.SLOTS.stream()
                        .filter(slot -> !slot.equals(mastering.slot())
                                && !mastering.slots().containsKey(slot))
                        .findFirst()
                        .orElse("");
    }

    /// The slot to which the chain of before can go; empty where there is no chain, or no room.
    String keepSlot() {
        Mastering from = before;
        return freeSlot(from == null ? history.current().mastering() : from);
    }

    /// Hears again as before.
    void close() {
        cancel();
        hearing.tried().set(null);
    }
}
