package studio.headroom.ui.editor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.effects.EqCurve;
import studio.headroom.param.Values;
import studio.headroom.ui.model.ControlModel;

/// The bands of an equalizer as a person adds, drags and removes them. A band is there once anything of it was set; to
/// remove it is to set everything as it was. UI thread.
public final class EqModel {
    private static final List<String> WAYS = List.of(
            "on",
            "type",
            "freq",
            "gain",
            "q",
            "slope",
            "place",
            "dyn.on",
            "dyn.threshold",
            "dyn.range",
            "dyn.attack",
            "dyn.release",
            "listen");

    private final EditorModel editor;
    private final int count;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private int selected = -1;

    public EqModel(EditorModel editor) {
        this.editor = editor;
        count = (int) editor.type().params().params().stream()
                .filter(param -> param.id().matches("band[0-9]+\\.on"))
                .count();
    }

    public EditorModel editor() {
        return editor;
    }

    /// How many bands there can be.
    public int most() {
        return count;
    }

    /// A control of a band.
    ///
    /// @param band from 0
    /// @param what such as `freq`
    public ControlModel control(int band, String what) {
        return editor.control("band" + (band + 1) + "." + what);
    }

    /// Whether the band is there.
    public boolean used(int band) {
        return WAYS.stream().anyMatch(what -> {
            ControlModel control = control(band, what);
            return control.automated() || control.value() != control.param().initial();
        });
    }

    /// The bands that are there, in order.
    public List<Integer> bands() {
        return IntStream.range(0, count).filter(this::used).boxed().toList();
    }

    public boolean isOn(int band) {
        return control(band, "on").isOn();
    }

    public FilterShape shape(int band) {
        return FilterShape.values()[(int) Math.round(control(band, "type").value())];
    }

    /// Which part of the sound the band is on.
    public Placement placement(int band) {
        return Placement.values()[(int) Math.round(control(band, "place").value())];
    }

    /// Whether the band does nothing because the sound has no sides.
    public boolean isWithoutSides(int band) {
        return editor.isMono() && placement(band) == Placement.SIDE;
    }

    public boolean hasGain(int band) {
        return shape(band).usesGain();
    }

    /// Whether a control changes what the band does: `freq`, `gain` or `q`.
    public boolean has(int band, String what) {
        return switch (what) {
            case "gain" -> hasGain(band);
            case "q" -> hasQ(band);
            default -> true;
        };
    }

    public boolean hasQ(int band) {
        return shape(band).usesQ();
    }

    /// Whether the band can have a dynamic part.
    public boolean canMove(int band) {
        return shape(band).canMove();
    }

    /// The response of all bands.
    public EqCurve curve() {
        return new EqCurve(editor.plain(), editor.sampleRate(), editor.isMono() ? 1 : 2);
    }

    /// Whether fixed bands leave the phase as it is.
    public boolean isLinear() {
        return editor.control("phase").value() > 0;
    }

    /// What comes with linear phase: `85 ms late`, and what does not take part in it; empty in minimum phase.
    public List<String> phaseNotes() {
        if (!isLinear()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add(Math.round(1000.0 * curve().latency() / editor.sampleRate()) + " ms late");
        if (bands().stream().anyMatch(this::movesWithTheSound)) {
            notes.add("Dynamic bands: minimum");
        }
        return notes;
    }

    private boolean movesWithTheSound(int band) {
        return canMove(band) && isOn(band) && control(band, "dyn.on").isOn();
    }

    /// How far the sound moves a dynamic band at the moment, in dB: below 0 down, above 0 up.
    public double movedDb(int band) {
        return editor.link().bandGainDb(editor.insertId(), band);
    }

    /// The band that is shown in detail, or -1.
    public int selected() {
        return selected;
    }

    public void select(int band) {
        if (selected != band) {
            selected = band;
            observers.forEach(Runnable::run);
        }
    }

    /// Runs `observer` when another band is selected.
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /// Adds a bell, and selects it.
    ///
    /// @return the band; empty when all are there already
    public OptionalInt add(double hertz, double gainDb) {
        OptionalInt free = IntStream.range(0, count).filter(band -> !used(band)).findFirst();
        if (free.isPresent()) {
            String id = "band" + (free.getAsInt() + 1) + ".";
            Map<String, Double> values = new LinkedHashMap<>();
            values.put(id + "type", (double) FilterShape.BELL.ordinal());
            values.put(id + "freq", hertz);
            values.put(id + "gain", gainDb);
            values.put(id + "q", 1.0);
            editor.set("add band " + (free.getAsInt() + 1), values);
            select(free.getAsInt());
        }
        return free;
    }

    /// Sets everything of a band as it was.
    public void remove(int band) {
        Values values = editor.settings();
        for (String what : WAYS) {
            ControlModel control = control(band, what);
            values = values.with(control.param(), control.param().initial());
        }
        editor.beginGroup("remove band " + (band + 1));
        editor.apply(values);
        editor.endGroup();
        if (selected == band) {
            select(-1);
        }
    }

    // ---- the drag of a node ----

    /// Begins to drag a node: frequency and gain are one step.
    public void beginDrag(int band) {
        editor.beginGroup("band " + (band + 1));
        control(band, "freq").begin();
        control(band, "gain").begin();
        select(band);
    }

    /// Moves the node that is dragged.
    public void drag(int band, double hertz, double gainDb) {
        control(band, "freq").move(hertz);
        if (hasGain(band)) {
            control(band, "gain").move(gainDb);
        }
    }

    public void endDrag(int band) {
        control(band, "freq").end();
        control(band, "gain").end();
        editor.endGroup();
    }
}
