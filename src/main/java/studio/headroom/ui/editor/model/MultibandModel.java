package studio.headroom.ui.editor.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import studio.headroom.ui.model.ControlModel;

/// The bands of a multiband compressor from low to high, and which of them is looked at. UI thread.
public final class MultibandModel {
    private final EditorModel editor;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private int selected;

    public MultibandModel(EditorModel editor) {
        this.editor = editor;
    }

    public EditorModel editor() {
        return editor;
    }

    /// How many bands there are now.
    public int count() {
        return Integer.parseInt(editor.control("bands").text());
    }

    /// The bands that there are, in order.
    public List<Integer> bands() {
        return IntStream.range(0, count()).boxed().toList();
    }

    /// How many bands there can be.
    public int most() {
        return (int) editor.type().params().params().stream()
                .filter(param -> param.id().matches("band[0-9]+\\.on"))
                .count();
    }

    /// A control of a band.
    ///
    /// @param band from 0
    /// @param what such as `threshold`
    public ControlModel control(int band, String what) {
        return editor.control("band" + (band + 1) + "." + what);
    }

    /// The crossover at the upper end of a band; none above the highest.
    public Optional<ControlModel> upper(int band) {
        return band < count() - 1 ? Optional.of(editor.control("crossover" + (band + 1) + ".freq")) : Optional.empty();
    }

    /// How far the sound turns a band down at the moment, in dB, 0 or below.
    public double movedDb(int band) {
        return editor.link().bandGainDb(editor.insertId(), band);
    }

    /// The band that is looked at.
    public int selected() {
        return Math.min(selected, count() - 1);
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
}
