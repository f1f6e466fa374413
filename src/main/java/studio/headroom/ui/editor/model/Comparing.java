package studio.headroom.ui.editor.model;

import studio.headroom.engine.live.Comparison;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.model.ControlModel;

/// How an effect is heard by who compares it with what comes to it: bypassed at equal loudness, or only what it
/// changes.
/// Tells the player; no part of the song. UI thread.
public final class Comparing {
    private static final Param EQUAL =
            new Param("equal", "Equal loudness", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, false);
    private static final Param DELTA =
            new Param("delta", "Delta", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
    /// Less than this is not worth telling, in dB.
    private static final double STEP_DB = 0.05;

    private final InsertLink link;
    private final String insertId;
    private final Runnable changed;
    private final ControlModel equal;
    private final ControlModel delta;
    private double louderDb;
    private Comparison told = Comparison.NONE;

    /// @param name of the effect, for people
    /// @param changed runs after every change
    Comparing(InsertLink link, String insertId, String name, EditorMemory memory, Runnable changed) {
        this.link = link;
        this.insertId = insertId;
        this.changed = changed;
        equal = new ControlModel(
                EQUAL,
                name + " equal loudness",
                "Bypassed, the sound is played as loud as the effect makes it, so that you compare sounds, not levels."
                        + " You alone hear that: a bounce never does.",
                plain -> {
                    memory.compareAtEqualLoudness(insertId, plain >= 0.5);
                    tell();
                });
        equal.show(memory.comparesAtEqualLoudness(insertId) ? 1 : 0);
        delta = new ControlModel(
                DELTA,
                name + " delta",
                "Plays only what the effect changes: what leaves it less what comes in, at equal loudness where that is"
                        + " on. You alone hear that: a bounce never does.",
                _ -> tell());
    }

    /// Whether the sound is as loud when the effect is bypassed.
    public ControlModel equalLoudness() {
        return equal;
    }

    /// Whether only what the effect changes is heard.
    public ControlModel delta() {
        return delta;
    }

    /// By how much the dry sound is louder than it is, when the effect is bypassed, in dB.
    public double dryDb() {
        return equal.isOn() ? louderDb : 0;
    }

    /// The effect makes the sound louder by so much, as measured, in dB.
    void measured(double db) {
        if (Math.abs(db - louderDb) >= STEP_DB) {
            louderDb = Math.clamp(db, -Comparison.LIMIT_DB, Comparison.LIMIT_DB);
            tell();
        }
    }

    private void tell() {
        tell(new Comparison(dryDb(), delta.isOn()));
        changed.run();
    }

    private void tell(Comparison wanted) {
        if (!wanted.equals(told)) {
            told = wanted;
            link.compare(insertId, wanted);
        }
    }

    /// Lets the effect be heard as the song says.
    void end() {
        tell(Comparison.NONE);
    }
}
