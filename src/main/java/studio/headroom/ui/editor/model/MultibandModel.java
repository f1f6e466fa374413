package studio.headroom.ui.editor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import studio.headroom.dsp.convolution.LinearPhaseLength;
import studio.headroom.param.Values;
import studio.headroom.ui.model.ControlModel;

/// The bands of a multiband compressor from low to high, and which of them is looked at. A band is split in two, or
/// taken away, so that a neighbor has its range, as one step of undo. UI thread.
public final class MultibandModel {
    public static final int FEWEST = 2;

    /// The ends of what is heard, in Hz.
    private static final double LOWEST = 20;

    private static final double HIGHEST = 20_000;

    private static final List<String> WAYS =
            List.of("on", "mode", "threshold", "ratio", "attack", "release", "range", "gain", "solo");

    private final EditorModel editor;
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private int selected;

    public MultibandModel(EditorModel editor) {
        this.editor = editor;
        editor.observe(this::tellUnused);
        tellUnused();
    }

    /// A limiter does not use its ratio.
    private void tellUnused() {
        for (int band = 0; band < most(); band++) {
            ControlModel ratio = control(band, "ratio");
            String reason = mode(band) == Mode.LIMIT ? "a limiter lets nothing pass" : null;
            if ((reason == null) != ratio.enabled()) {
                ratio.setDisabledReason(reason);
            }
        }
    }

    /// What a band does.
    public enum Mode {
        COMPRESS,
        EXPAND,
        LIMIT
    }

    public Mode mode(int band) {
        return Mode.values()[(int) control(band, "mode").value()];
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

    /// The crossovers that there are, from low to high.
    public List<ControlModel> crossovers() {
        return IntStream.range(0, count() - 1)
                .mapToObj(band -> upper(band).orElseThrow())
                .toList();
    }

    /// Where the bands meet, in Hz: a crossover that stands below the one before it counts as that.
    private List<Double> borders() {
        List<Double> borders = new ArrayList<>();
        double last = 0;
        for (ControlModel crossover : crossovers()) {
            last = Math.max(last, crossover.value());
            borders.add(last);
        }
        return borders;
    }

    /// The band that a frequency is in.
    public int bandAt(double hertz) {
        return (int) borders().stream().filter(border -> border <= hertz).count();
    }

    /// The middle of a band, by the ear.
    public double middle(int band) {
        List<Double> borders = borders();
        double low = band == 0 ? LOWEST : borders.get(band - 1);
        double high = band == borders.size() ? HIGHEST : borders.get(band);
        return Math.sqrt(low * high);
    }

    public boolean canSplit() {
        return count() < most();
    }

    public boolean canRemove() {
        return count() > FEWEST;
    }

    /// Puts a crossover into the band that a frequency is in, and selects what is above it: both do what the one did.
    /// Nothing happens while there can be no more.
    public void split(double hertz) {
        if (!canSplit()) {
            return;
        }
        int band = bandAt(hertz);
        int count = count();
        List<Double> borders = borders();
        borders.add(band, hertz);
        Values values = editor.settings();
        for (int b = count; b > band; b--) {
            values = copied(values, b - 1, b);
        }
        values = values.with(control(band + 1, "solo").param(), 0);
        apply("split band " + (band + 1), values, borders);
        select(band + 1);
    }

    /// Takes a band away: the one below it goes on to where it ended, of the lowest the one above.
    public void remove(int band) {
        if (!canRemove()) {
            return;
        }
        int count = count();
        List<Double> borders = borders();
        borders.remove(Math.max(0, band - 1));
        Values values = editor.settings();
        for (int b = band; b < count - 1; b++) {
            values = copied(values, b + 1, b);
        }
        for (String what : WAYS) {
            var param = control(count - 1, what).param();
            values = values.with(param, param.initial());
        }
        apply("remove band " + (band + 1), values, borders);
        select(Math.max(0, band - 1));
    }

    private Values copied(Values values, int from, int to) {
        Values copy = values;
        for (String what : WAYS) {
            copy = copy.with(
                    control(to, what).param(), values.get(control(from, what).param()));
        }
        return copy;
    }

    private void apply(String what, Values values, List<Double> borders) {
        Values all = values.with(editor.control("bands").param(), borders.size() + 1.0 - FEWEST);
        for (int i = 0; i < borders.size(); i++) {
            var param = editor.control("crossover" + (i + 1) + ".freq").param();
            all = all.with(param, param.clamp(borders.get(i)));
        }
        editor.beginGroup(what);
        editor.apply(all);
        editor.endGroup();
    }

    /// The words of the choice of the crossovers' phase, each with how late it is.
    public static List<String> phaseWords(int sampleRate) {
        double late = 1000.0 * LinearPhaseLength.usual(sampleRate).latency() / sampleRate;
        return List.of("Minimum", String.format(Locale.ROOT, "Linear, %.0f ms late", late));
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
