package studio.headroom.ui.mixer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ProgramLevel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How loud the mix is, in numbers. Where it is low, PLR and headroom leave first, then what is of the moment;
/// integrated
/// loudness and true peak stay.
final class MasterNumbers extends KitControl {
    /// The least height of a row, in units.
    static final double ROW = 15;

    /// One number, with the word for a column of its own and that for half of one.
    enum Entry {
        MOMENTARY("LUFS-M", "Mom"),
        SHORT_TERM("LUFS-S", "Short"),
        INTEGRATED("LUFS-I", "Int"),
        TRUE_PEAK("dBTP max", "dBTP"),
        PLR("PLR", "PLR"),
        HEADROOM("Headroom", "Room");

        private final String word;
        private final String brief;

        Entry(String word, String brief) {
            this.word = word;
            this.brief = brief;
        }
    }

    private final StripModel master;
    private final FramePulse.Frame frame = this::follow;
    private final Map<Entry, String> shown = new EnumMap<>(Entry.class);
    private double since = ProgramLevel.RENEWAL;
    private ProgramLevel level = ProgramLevel.SILENT;

    MasterNumbers(Look look, StripModel master) {
        super(look);
        this.master = master;
        for (Entry entry : Entry.values()) {
            shown.put(entry, "");
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Loudness of the mix");
        Buttons.explain(
                this,
                "Loudness of the mix",
                "In LUFS: the last 400 ms, the last 3 s, all since playing began. dBTP is the highest true peak;"
                        + " headroom what is left above it up to full scale, and what mastering works with; PLR how far"
                        + " it stands above the loudness.");
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void follow(double seconds) {
        MasterMeter meter = master.mixer().session().playback().engine().master();
        since += seconds;
        if (since >= ProgramLevel.RENEWAL) {
            since = 0;
            level = ProgramLevel.of(meter);
        }
        boolean changed = put(Entry.MOMENTARY, ValueText.level(meter.get(MasterReading.MOMENTARY_LUFS)));
        changed |= put(Entry.SHORT_TERM, ValueText.level(meter.get(MasterReading.SHORT_TERM_LUFS)));
        changed |= put(Entry.INTEGRATED, ValueText.level(level.integrated()));
        changed |= put(Entry.TRUE_PEAK, ValueText.level(level.truePeak()));
        changed |= put(Entry.PLR, level.plr());
        changed |= put(Entry.HEADROOM, level.headroom());
        if (changed) {
            setAccessibleText("Loudness of the mix: short-term " + spoken(Entry.SHORT_TERM, " LUFS") + ", integrated "
                    + spoken(Entry.INTEGRATED, " LUFS") + ", true peak " + spoken(Entry.TRUE_PEAK, " dB")
                    + ", peak to loudness " + spoken(Entry.PLR, " dB") + ", headroom "
                    + spoken(Entry.HEADROOM, " dB"));
            repaint();
        }
    }

    private String spoken(Entry entry, String unit) {
        String text = shown.getOrDefault(entry, "");
        return text.equals("–") ? "none yet" : ValueText.spoken(text + unit);
    }

    private boolean put(Entry entry, String now) {
        return !now.equals(shown.put(entry, now));
    }

    /// The entries that a height has room for, in their order, and in how many columns.
    ///
    /// @param height in units
    static List<Entry> fitting(double height) {
        // The edges lie on the device's grid, and may be half a unit off.
        int rows = (int) ((height + 1) / ROW);
        if (rows >= 3) {
            return List.of(Entry.values());
        }
        return rows == 2
                ? List.of(Entry.MOMENTARY, Entry.SHORT_TERM, Entry.INTEGRATED, Entry.TRUE_PEAK)
                : rows == 1 ? List.of(Entry.INTEGRATED, Entry.TRUE_PEAK) : List.of();
    }

    @Override
    protected double unitWidth() {
        return 123;
    }

    @Override
    protected double unitHeight() {
        return 2 * ROW;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        List<Entry> entries = fitting(h);
        boolean single = h >= ROW * Entry.values().length;
        int columns = single ? 1 : 2;
        int rows = entries.size() / columns;
        double height = Math.min(18, h / Math.max(1, rows));
        double top = (h - rows * height) / 2;
        double middle = Math.floor(w / 2);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean right = !single && i % 2 == 1;
            double y = top + (i / columns + 0.5) * height;
            p.left(right ? middle + 3 : 0, y, single ? entry.word : entry.brief, TypeRole.SMALL, Token.FG_3.color());
            double end = single || right ? w : middle - 3;
            p.right(end, y, shown.getOrDefault(entry, ""), TypeRole.VALUE_TINY, color(entry));
        }
    }

    private Color color(Entry entry) {
        boolean ofPeak = entry == Entry.TRUE_PEAK || entry == Entry.HEADROOM;
        if (ofPeak && level.isOver()) {
            return Token.ERR.color();
        }
        return (entry == Entry.HEADROOM && level.truePeak() > -100 ? Token.OK : Token.FG_1).color();
    }
}
