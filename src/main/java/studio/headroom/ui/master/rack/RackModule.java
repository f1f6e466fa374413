package studio.headroom.ui.master.rack;

import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.gentle.Gentleness;
import studio.headroom.mastering.gentle.SongPlaces;
import studio.headroom.mastering.gentle.Verdict;
import studio.headroom.mastering.gentle.Work;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.ui.editor.model.EditorModel;

/// One effect of the chain in the rack: its controls, how far it goes, and whether that is gentle. UI thread.
public final class RackModule {
    private final RackModel rack;
    private final EditorModel editor;
    private Work heard = Work.UNKNOWN;
    private Insert insert;
    private Insert heardOf;
    private @Nullable Judged judged;
    private @Nullable Reduction print;
    private Work seen = Work.UNKNOWN;

    /// A verdict, and what it was made of.
    private record Judged(Insert insert, Work work, SongPlaces places, Verdict verdict) {}

    RackModule(RackModel rack, EditorModel editor, Insert insert) {
        this.rack = rack;
        this.editor = editor;
        this.insert = insert;
        heardOf = insert;
    }

    public EditorModel editor() {
        return editor;
    }

    public String id() {
        return insert.id();
    }

    public Insert insert() {
        return insert;
    }

    /// What the song says of it now. What was heard with other settings says nothing about these.
    void follow(Insert now) {
        insert = now;
    }

    /// Takes in what the last seconds of sound showed.
    void hear(double deepestDb, double usualDb) {
        Work now = Work.heard(tenths(deepestDb), tenths(usualDb));
        if (!now.equals(heard) || !heardOf.equals(insert)) {
            heard = now;
            heardOf = insert;
            rack.changed();
        }
    }

    private static double tenths(double db) {
        return Math.rint(10 * db) / 10;
    }

    /// Over the whole print where that is known, else of what was heard.
    public Work work() {
        return rack.sight().reduction(id()).map(this::seen).orElse(heardOf.equals(insert) ? heard : Work.UNKNOWN);
    }

    /// A print's reduction is looked through once.
    private Work seen(Reduction reduction) {
        if (!reduction.equals(print)) {
            print = reduction;
            seen = Work.of(reduction);
        }
        return seen;
    }

    public Verdict verdict() {
        Project song = rack.song();
        Work work = work();
        SongPlaces places = new SongPlaces(song.markers(), song.sampleRate());
        Judged known = judged;
        if (known == null || !known.insert.equals(insert) || !known.work.equals(work) || !known.places.equals(places)) {
            known = new Judged(insert, work, places, Gentleness.of(insert, work, places, song.sampleRate()));
            judged = known;
        }
        return known.verdict;
    }

    /// How far it typically goes, in a few characters; empty where there is no such number.
    public String move() {
        return Gentleness.move(insert, work(), rack.song().sampleRate());
    }
}
