package studio.headroom.ui.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.headroom.ui.song.KeepSettings;
import studio.headroom.ui.song.SoundSettings;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;

/// What the user chose for all songs. Values that a file has wrong are those that the program comes with. UI thread.
public final class Preferences {
    /// Frames of a block to choose from.
    public static final List<Integer> BLOCKS = List.of(64, 128, 256, 512, 1024, 2048);
    /// Seconds between autosaves to choose from.
    public static final List<Integer> AUTOSAVE_SECONDS = List.of(1, 3, 10, 30);

    /// Numbers of backups to choose from.
    public static final List<Integer> BACKUPS = List.of(3, 10, 30, 100);
    /// Numbers of mix prints to choose from.
    public static final List<Integer> PRINTS = List.of(3, 7, 20, 100);

    /// Numbers of undo steps to choose from.
    public static final List<Integer> UNDO_STEPS = List.of(100, 1_000, 10_000);

    /// Sound levels in dB SPL to choose from for noise of one loudspeaker at the reference level: of cinemas and large
    /// rooms first, of small ones last.
    public static final List<Integer> REFERENCES = List.of(85, 83, 82, 80, 79, 78, 76, 74, 73, 70);

    /// Bars of pre-roll to choose from.
    public static final List<Integer> PRE_ROLLS = List.of(0, 1, 2);

    private static final String KEYS = "key.";
    private static final String EXPORT = "export.";
    private static final String DELIVER = "deliver.";
    private static final String CALIBRATION = "monitor.calibration.";
    private static final double LEAST_SHARE = 0.1;
    private static final double LOWEST_MONITOR = -60;
    private static final double SOFTEST_SPL = 20;
    private static final double LOUDEST_SPL = 200;

    private final StringProperty device = new SimpleStringProperty(SoundSettings.DEFAULT.device());
    private final IntegerProperty block = new SimpleIntegerProperty(SoundSettings.DEFAULT.blockFrames());
    private final ObjectProperty<Path> songs;
    private final IntegerProperty percent = new SimpleIntegerProperty(100);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final BooleanProperty returnsToStart = new SimpleBooleanProperty();
    private final IntegerProperty preRollBars = new SimpleIntegerProperty();
    private final IntegerProperty autosaveSeconds = new SimpleIntegerProperty(3);
    private final DoubleProperty mixSplit = new SimpleDoubleProperty(0.46);
    private final BooleanProperty inspector = new SimpleBooleanProperty(true);
    private final IntegerProperty backups = new SimpleIntegerProperty(KeepSettings.DEFAULT.backups());
    private final IntegerProperty prints = new SimpleIntegerProperty(7);
    private final IntegerProperty undoSteps = new SimpleIntegerProperty(KeepSettings.DEFAULT.undoSteps());
    private final BooleanProperty opensLast = new SimpleBooleanProperty();
    private final StringProperty window = new SimpleStringProperty("");
    private final StringProperty mixView = new SimpleStringProperty("");
    private final StringProperty mixBlocks = new SimpleStringProperty("");
    private final StringProperty mixMeters = new SimpleStringProperty("");
    private final StringProperty mixSolo = new SimpleStringProperty("");
    private final BooleanProperty mixBridge = new SimpleBooleanProperty();
    private final DoubleProperty monitorLevel = new SimpleDoubleProperty();
    private final IntegerProperty monitorReference = new SimpleIntegerProperty(83);
    private final Map<String, Double> calibrations = new TreeMap<>();
    private final BooleanProperty mixSpread = new SimpleBooleanProperty(true);
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> export = new HashMap<>();
    private final Map<String, String> deliver = new HashMap<>();
    /// What a later version may have written.
    private final Map<String, String> unknown = new TreeMap<>();

    private final List<Runnable> observers = new CopyOnWriteArrayList<>();

    /// @param songFolder where new songs go unless the user chose another folder
    public Preferences(Path songFolder) {
        songs = new SimpleObjectProperty<>(songFolder);
        List.of(
                        device,
                        block,
                        songs,
                        percent,
                        theme,
                        reducedMotion,
                        returnsToStart,
                        preRollBars,
                        autosaveSeconds,
                        backups,
                        prints,
                        undoSteps,
                        opensLast,
                        mixSplit,
                        monitorLevel,
                        monitorReference,
                        inspector)
                .forEach(property -> property.addListener(observable -> changed()));
        List.of(window, mixView, mixBlocks, mixMeters, mixSolo, mixBridge, mixSpread)
                .forEach(property -> property.addListener(observable -> changed()));
    }

    /// What the output is found by.
    public StringProperty device() {
        return device;
    }

    /// Frames of a block, of [#BLOCKS].
    public IntegerProperty block() {
        return block;
    }

    /// Where new songs go.
    public ObjectProperty<Path> songs() {
        return songs;
    }

    /// The scale, of [Look#PERCENTS].
    public IntegerProperty percent() {
        return percent;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    /// Whether stopping goes back to where playing began.
    public BooleanProperty returnsToStart() {
        return returnsToStart;
    }

    /// How many bars before its place playing begins, of [#PRE_ROLLS].
    public IntegerProperty preRollBars() {
        return preRollBars;
    }

    /// Chooses the next of [#PRE_ROLLS], after the last the first.
    public void nextPreRoll() {
        int at = PRE_ROLLS.indexOf(preRollBars.get());
        preRollBars.set(PRE_ROLLS.get((at + 1) % PRE_ROLLS.size()));
    }

    /// Seconds after which a change is kept for a crash, of [#AUTOSAVE_SECONDS].
    public IntegerProperty autosaveSeconds() {
        return autosaveSeconds;
    }

    /// The share of the Mix place's height that the timeline has.
    public DoubleProperty mixSplit() {
        return mixSplit;
    }

    /// Whether the inspector is shown.
    public BooleanProperty inspector() {
        return inspector;
    }

    /// Earlier saves that stay in a song's folder, of [#BACKUPS].
    public IntegerProperty backups() {
        return backups;
    }

    /// Mix prints that stay in a song's folder besides those that are kept or in use, of [#PRINTS].
    public IntegerProperty prints() {
        return prints;
    }

    /// Steps that can be taken back, of [#UNDO_STEPS]; of songs that are opened from now on.
    public IntegerProperty undoSteps() {
        return undoSteps;
    }

    /// Whether the program begins with the song that was open last.
    public BooleanProperty opensLast() {
        return opensLast;
    }

    /// Where the window was last, as the window writes it; empty before the first time.
    public StringProperty window() {
        return window;
    }

    /// Which parts of the Mix place are shown, as the place writes it; empty for all.
    public StringProperty mixView() {
        return mixView;
    }

    /// Which blocks strips show, as the mixer's window writes them; empty for all.
    public StringProperty mixBlocks() {
        return mixBlocks;
    }

    /// What the meters of strips show, as the mixer's window writes it; empty for the usual.
    public StringProperty mixMeters() {
        return mixMeters;
    }

    /// How solo works, as the mixer's window writes it; empty for the usual.
    public StringProperty mixSolo() {
        return mixSolo;
    }

    /// Whether the meters of all strips are shown in one row.
    public BooleanProperty mixBridge() {
        return mixBridge;
    }

    /// How loud one listens, in dB, -60 to 0.
    public DoubleProperty monitorLevel() {
        return monitorLevel;
    }

    /// What a loudspeaker is to make of the noise at the reference level, in dB SPL, of [#REFERENCES].
    public IntegerProperty monitorReference() {
        return monitorReference;
    }

    /// What a loudspeaker of the output in use makes of the noise at a monitor level of 0 dB, in dB SPL; nothing where
    /// that was not measured.
    public OptionalDouble calibration() {
        Double measured = calibrations.get(device.get());
        return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
    }

    /// Keeps what was measured of the output in use; nothing forgets it.
    public void calibrate(OptionalDouble measured) {
        if (measured.isPresent()) {
            calibrations.put(device.get(), measured.getAsDouble());
        } else {
            calibrations.remove(device.get());
        }
        changed();
    }

    /// Whether all strips are wide where they fit so.
    public BooleanProperty mixSpread() {
        return mixSpread;
    }

    /// What is kept of songs that are opened from now on.
    public KeepSettings keep() {
        return new KeepSettings(autosaveInterval(), backups.get(), undoSteps.get());
    }

    public SoundSettings sound() {
        return new SoundSettings(device.get(), block.get());
    }

    public Duration autosaveInterval() {
        return Duration.ofSeconds(autosaveSeconds.get());
    }

    /// Keys that the user chose, as [studio.headroom.ui.command.KeyMap#changes()] gives them.
    public Map<String, String> keys() {
        return Map.copyOf(keys);
    }

    public void setKeys(Map<String, String> changes) {
        keys.clear();
        keys.putAll(changes);
        changed();
    }

    /// What was chosen for the last export.
    public Map<String, String> export() {
        return Map.copyOf(export);
    }

    public void setExport(Map<String, String> choices) {
        export.clear();
        export.putAll(choices);
        changed();
    }

    /// What was chosen for the last delivery, and sets of one's own.
    public Map<String, String> deliver() {
        return Map.copyOf(deliver);
    }

    public void setDeliver(Map<String, String> choices) {
        deliver.clear();
        deliver.putAll(choices);
        changed();
    }

    /// Runs after every change.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }

    /// All of it, to be kept.
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>(unknown);
        values.put("sound.device", device.get());
        values.put("sound.block", Integer.toString(block.get()));
        values.put("folder.songs", songs.get().toString());
        values.put("screen.percent", Integer.toString(percent.get()));
        values.put("screen.theme", theme.get().id());
        values.put("screen.reducedMotion", Boolean.toString(reducedMotion.get()));
        values.put("transport.returnsToStart", Boolean.toString(returnsToStart.get()));
        values.put("transport.preRollBars", Integer.toString(preRollBars.get()));
        values.put("autosave.seconds", Integer.toString(autosaveSeconds.get()));
        values.put("mix.split", Double.toString(mixSplit.get()));
        values.put("mix.inspector", Boolean.toString(inspector.get()));
        values.put("mix.view", mixView.get());
        values.put("mix.blocks", mixBlocks.get());
        values.put("mix.meters", mixMeters.get());
        values.put("mix.solo", mixSolo.get());
        values.put("mix.bridge", Boolean.toString(mixBridge.get()));
        values.put("mix.spread", Boolean.toString(mixSpread.get()));
        values.put("backups.kept", Integer.toString(backups.get()));
        values.put("prints.kept", Integer.toString(prints.get()));
        values.put("undo.steps", Integer.toString(undoSteps.get()));
        values.put("start.opensLast", Boolean.toString(opensLast.get()));
        values.put("window", window.get());
        values.put("monitor.level", Double.toString(monitorLevel.get()));
        values.put("monitor.reference", Integer.toString(monitorReference.get()));
        calibrations.forEach((id, spl) -> values.put(CALIBRATION + id, Double.toString(spl)));
        keys.forEach((id, text) -> values.put(KEYS + id, text));
        export.forEach((name, text) -> values.put(EXPORT + name, text));
        deliver.forEach((name, text) -> values.put(DELIVER + name, text));
        return values;
    }

    /// Takes in what [#values()] gave.
    public void take(Map<String, String> values) {
        Map<String, String> rest = new HashMap<>(values);
        text(rest, "sound.device", device::set);
        option(rest, "sound.block", BLOCKS, block);
        text(rest, "folder.songs", text -> {
            try {
                songs.set(Path.of(text));
            } catch (InvalidPathException e) {
                // Then new songs go where they went before.
            }
        });
        option(rest, "screen.percent", Look.PERCENTS, percent);
        text(rest, "screen.theme", text -> Theme.byId(text).ifPresent(theme::set));
        text(rest, "screen.reducedMotion", text -> reducedMotion.set(Boolean.parseBoolean(text)));
        text(rest, "transport.returnsToStart", text -> returnsToStart.set(Boolean.parseBoolean(text)));
        option(rest, "transport.preRollBars", PRE_ROLLS, preRollBars);
        option(rest, "autosave.seconds", AUTOSAVE_SECONDS, autosaveSeconds);
        text(rest, "mix.split", this::takeSplit);
        text(rest, "mix.inspector", text -> inspector.set(Boolean.parseBoolean(text)));
        text(rest, "mix.view", mixView::set);
        text(rest, "mix.blocks", mixBlocks::set);
        text(rest, "mix.meters", mixMeters::set);
        text(rest, "mix.solo", mixSolo::set);
        text(rest, "mix.bridge", text -> mixBridge.set(Boolean.parseBoolean(text)));
        text(rest, "mix.spread", text -> mixSpread.set(Boolean.parseBoolean(text)));
        option(rest, "backups.kept", BACKUPS, backups);
        option(rest, "prints.kept", PRINTS, prints);
        option(rest, "undo.steps", UNDO_STEPS, undoSteps);
        text(rest, "start.opensLast", text -> opensLast.set(Boolean.parseBoolean(text)));
        text(rest, "window", window::set);
        number(rest, "monitor.level", LOWEST_MONITOR, 0).ifPresent(monitorLevel::set);
        option(rest, "monitor.reference", REFERENCES, monitorReference);
        calibrations.clear();
        for (String name : List.copyOf(rest.keySet())) {
            if (name.startsWith(CALIBRATION)) {
                number(rest, name, SOFTEST_SPL, LOUDEST_SPL)
                        .ifPresent(spl -> calibrations.put(name.substring(CALIBRATION.length()), spl));
            }
        }
        keys.clear();
        export.clear();
        deliver.clear();
        unknown.clear();
        rest.forEach((name, text) -> {
            if (name.startsWith(KEYS)) {
                keys.put(name.substring(KEYS.length()), text);
            } else if (name.startsWith(EXPORT)) {
                export.put(name.substring(EXPORT.length()), text);
            } else if (name.startsWith(DELIVER)) {
                deliver.put(name.substring(DELIVER.length()), text);
            } else {
                unknown.put(name, text);
            }
        });
    }

    /// What cannot be right is as if it were not there.
    private static OptionalDouble number(Map<String, String> values, String name, double lowest, double highest) {
        String text = values.remove(name);
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            return value >= lowest && value <= highest ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private void takeSplit(String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= LEAST_SHARE && share <= 1 - LEAST_SHARE) {
                mixSplit.set(share);
            }
        } catch (NumberFormatException e) {
            // Then the split is the one that the program comes with.
        }
    }

    private static void text(Map<String, String> values, String name, Consumer<String> take) {
        String text = values.remove(name);
        if (text != null && !text.isBlank()) {
            take.accept(text);
        }
    }

    private static void option(
            Map<String, String> values, String name, List<Integer> options, IntegerProperty property) {
        text(values, name, text -> {
            try {
                int value = Integer.parseInt(text);
                if (options.contains(value)) {
                    property.set(value);
                }
            } catch (NumberFormatException e) {
                // Then it is the one that the program comes with.
            }
        });
    }
}
