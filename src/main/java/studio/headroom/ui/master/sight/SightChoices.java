package studio.headroom.ui.master.sight;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.model.ControlModel;

/// How one wants to see the master. Belongs to the person who looks, not to the song. UI thread.
final class SightChoices {
    private static final double[] SLOPES = {0, 3, 4.5};

    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ControlModel figures = choice(
            "figures",
            "Figures",
            0,
            "Live counts what was heard since the start. Whole song is the print through the chain as it is now, from"
                    + " beginning to end: that is what counts.",
            "live",
            "whole");
    private final ControlModel scale = choice(
            "scale",
            "Scale",
            0,
            "Absolute levels in LUFS, or the scales of EBU Tech 3341 around the loudness that is aimed at (0 LU).",
            "lufs",
            "ebu9",
            "ebu18");
    private final ControlModel slope = choice(
            "slope",
            "Slope",
            2,
            "How the spectrum is tilted. With 4.5 dB per octave most finished music lies level; with 0 dB white noise"
                    + " does, with 3 dB pink noise.",
            "0",
            "3",
            "4.5");
    private final ControlModel average =
            toggle("average", "Average", 1, "Draws the average spectrum of the whole master.");
    private final ControlModel hold =
            toggle("hold", "Peak hold", 0, "Keeps the highest level of each band as a thin line.");

    private final ControlModel bands = toggle(
            "bands", "Bands", 0, "Compares the master with the chosen reference band by band, to see and to hear.");

    private final ControlModel spectrogram = toggle(
            "spectrogram",
            "Spectrogram",
            0,
            "The spectrum of the master over time in place of the waveform: low notes below, loud ones bright.");

    private ControlModel choice(String id, String label, int initial, String explanation, String... options) {
        return control(id, label, Range.Choice.of(options), initial, explanation);
    }

    private ControlModel toggle(String id, String label, int initial, String explanation) {
        return control(id, label, new Range.Toggle(), initial, explanation);
    }

    private ControlModel control(String id, String label, Range range, int initial, String explanation) {
        Param param = new Param(id, label, Unit.NONE, range, initial, Smoothing.NONE, false);
        return new ControlModel(param, "Master, " + label.toLowerCase(java.util.Locale.ROOT), explanation, _ -> {
            observers.forEach(Runnable::run);
        });
    }

    /// Runs `observer` after every change.
    void observe(Runnable observer) {
        observers.add(observer);
    }

    /// What the tiles show: live, or the whole song.
    ControlModel figures() {
        return figures;
    }

    boolean wholeSong() {
        return index(figures) == 1;
    }

    /// The scale of the loudness history.
    ControlModel scale() {
        return scale;
    }

    LoudnessScale.Kind scaleKind() {
        return LoudnessScale.Kind.values()[index(scale)];
    }

    ControlModel slope() {
        return slope;
    }

    /// In dB per octave.
    double slopeDb() {
        return SLOPES[index(slope)];
    }

    ControlModel average() {
        return average;
    }

    ControlModel hold() {
        return hold;
    }

    /// Whether the master is compared band by band in place of its spectrum.
    ControlModel bands() {
        return bands;
    }

    /// Whether the spectrum over time is shown in place of the waveform.
    ControlModel spectrogram() {
        return spectrogram;
    }

    private static int index(ControlModel choice) {
        return (int) Math.round(choice.value());
    }
}
