package studio.headroom.ui.gallery;

import java.util.Random;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.StripControls;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceControl;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.CorrelationBar;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.control.GainReductionMeter;
import studio.headroom.ui.control.Goniometer;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.LevelMarks;
import studio.headroom.ui.control.Light;
import studio.headroom.ui.control.ModeButton;
import studio.headroom.ui.control.OutputMeter;
import studio.headroom.ui.control.PanBar;
import studio.headroom.ui.control.PeakReadout;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.SliderBar;
import studio.headroom.ui.control.StripMeterView;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.MeterSource;
import studio.headroom.ui.model.StereoImage;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;

/// Every control in every state, as on the design's page of states.
public final class Gallery extends GalleryBoard {
    public static final double WIDTH = 1920;
    public static final double HEIGHT = 792;

    static final Param ATTACK = new Param(
            "attack", "Attack", Unit.MILLISECOND, new Range.Log(0.1, 1440), 12, new Smoothing.Linear(20), true);
    static final Param THRESHOLD = new Param(
            "threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-60, 0), -18, new Smoothing.Linear(20), true);
    static final Param FREQUENCY =
            new Param("band1.freq", "Freq", Unit.HERTZ, new Range.Log(20, 20000), 1000, new Smoothing.Taper(20), true);
    static final Param GAIN =
            new Param("band1.gain", "Gain", Unit.DECIBEL, new Range.Linear(-18, 18), 0, Smoothing.NONE, true);
    static final Param RATIO =
            new Param("ratio", "Ratio", Unit.RATIO, new Range.Skewed(1, 20, 4), 4, Smoothing.NONE, true);
    static final Param MIX = new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 80, Smoothing.NONE, true);
    static final Param PHASE = new Param(
            "phase",
            "Phase",
            Unit.NONE,
            Range.Choice.of("minimum phase", "linear phase", "natural"),
            0,
            Smoothing.NONE,
            false);
    static final Param READS =
            new Param("reads", "Reads", Unit.NONE, Range.Choice.of("peak", "RMS", "both"), 2, Smoothing.NONE, false);
    static final Param PLACE = new Param(
            "place", "Place", Unit.NONE, Range.Choice.of("mix", "master", "listen"), 0, Smoothing.NONE, false);
    static final Param MODE = new Param(
            "mode",
            "Automation",
            Unit.NONE,
            Range.Choice.of("off", "read", "touch", "latch", "write"),
            0,
            Smoothing.NONE,
            false);

    static final String EXPLANATION = "Sound above this level is turned down. Lower it until the meter shows 3 to 5 dB"
            + " on the loud words, and nothing in between.";

    private @Nullable Knob dragged;
    private @Nullable Fader draggedFader;
    private @Nullable Knob explained;

    public Gallery(Look look) {
        super(look, WIDTH, HEIGHT);
        knobs();
        faders();
        meters();
        letters();
        buttons();
        others();
    }

    /// Moves what is shown in the middle of a drag; needs a scene that is laid out.
    public void act() {
        if (dragged != null) {
            drag(dragged, 44, 100, 44, 84);
        }
        look.pulse().advance(0.1);
    }

    /// Shows the explanation.
    public void explain() {
        if (explained != null) {
            key(explained, javafx.scene.input.KeyCode.F1);
        }
    }

    public void dragFader() {
        if (draggedFader != null) {
            drag(draggedFader, 30, 180, 30, 190);
        }
        look.pulse().advance(0.1);
    }

    static ControlModel model(Param param, String owner, double value) {
        ControlModel model = new ControlModel(
                param, owner + " " + param.label().toLowerCase(java.util.Locale.ROOT), EXPLANATION, EditTarget.NONE);
        model.show(value);
        return model;
    }

    private void knobs() {
        panel(8, 8, 712, 232, "Knob", "56 px; also 44, 40 and 32. Drag is relative, Shift is ten times finer");
        String[] states = {"normal", "hover", "drag", "automated", "from centre", "focus", "disabled"};
        for (int i = 0; i < states.length; i++) {
            double cx = 68 + i * 98;
            ControlModel model = i == 4 ? model(StripControls.PAN, "Lead Vox", 30) : model(ATTACK, "Lead Vox", 12);
            Knob knob = new Knob(look, model, Knob.Size.MAIN);
            put(knob, cx - 44, 60);
            caption(cx, 224, states[i]);
            switch (i) {
                case 1 -> {
                    hover(knob);
                    knob.setNote("click to type", Token.FG_3);
                }
                case 2 -> dragged = knob;
                case 3 -> {
                    model.setAutomated(true);
                    knob.setNote("Read", Token.OK);
                }
                case 5 -> focus(knob);
                case 6 -> model.setDisabledReason("auto release is on");
                default -> {}
            }
        }
    }

    private void faders() {
        panel(728, 8, 460, 472, "Fader", "travel 340 here, 180 in the mixer");
        String[] states = {"normal", "hover", "drag", "automated", "disabled"};
        double[] levels = {0, -3, -4.4, -10, -20};
        for (int i = 0; i < states.length; i++) {
            ControlModel model = model(StripControls.VOLUME, "Lead Vox", levels[i]);
            Fader fader = new Fader(look, model, i == 3 ? Fader.Width.WIDE : Fader.Width.NARROW, true);
            double x = 748 + i * 86;
            put(fader, x, 54, fader.prefWidth(-1), look.px(368));
            ValueField field = new ValueField(look, model, 60, 18, true);
            put(field, x - 6, 432);
            caption(x + 24, 466, states[i]);
            switch (i) {
                case 1 -> hover(fader);
                case 2 -> draggedFader = fader;
                case 3 -> {
                    model.setAutomated(true);
                    focus(fader);
                }
                case 4 -> model.setDisabledReason("the strip is frozen");
                default -> {}
            }
        }
    }

    /// A meter's numbers that stay.
    record Still(double peak, double rms, double highest, double clipped) implements MeterSource {
        @Override
        public double peak(int side) {
            return side == 0 ? peak : peak * 0.91;
        }

        @Override
        public double rms(int side) {
            return side == 0 ? rms : rms * 0.9;
        }

        @Override
        public void resetHeld() {}
    }

    private static double gain(double db) {
        return Math.pow(10, db / 20);
    }

    private void meters() {
        panel(1196, 8, 360, 472, "Meter", "the fader’s scale; 13.3 dB/s");
        String[] states = {"normal", "hot", "clip latched", "muted"};
        double[][] levels = {{-9.5, -14, -18}, {-1.6, -4, -9}, {1.4, -4, -8}, {-200, -200, -200}};
        put(new LevelMarks(look, LevelMarks.Side.LEFT), 1216, 66, look.px(20), look.px(356));
        put(new LevelMarks(look, LevelMarks.Side.RIGHT), 1516, 66, look.px(20), look.px(356));
        for (int i = 0; i < states.length; i++) {
            MeterModel rising = new MeterModel(
                    new Still(gain(levels[i][0]), gain(levels[i][2]), gain(levels[i][0]), i == 2 ? 12 : 0));
            // The line was reached before; the bar has fallen since.
            rising.advance(0);
            double x = 1258 + i * 80;
            StripMeterView view = new StripMeterView(look, rising, StripMeterView.Width.EDITOR, LevelScale.FADER);
            put(view, x - 12, 66, view.prefWidth(-1), look.px(356));
            put(new PeakReadout(look, rising, "Lead Vox", PeakReadout.Kind.LAMP, 24), x - 12, 44);
            PeakReadout number = new PeakReadout(look, rising, "Lead Vox", PeakReadout.Kind.NUMBER, 40);
            put(number, x - 26, 428);
            caption(x, 456, states[i]);
        }
    }

    private void letters() {
        panel(1564, 8, 348, 232, "Mute, solo, automation", "");
        String[] rows = {"off", "on", "silent by solo", "solo safe", "focus", "disabled"};
        for (int r = 0; r < rows.length; r++) {
            double y = 46 + r * 30;
            label(1576, y + 10, rows[r], "hr-sub");
            LetterButton mute = LetterButton.mute(look, model(StripControls.MUTE, "Lead Vox", r == 1 ? 1 : 0));
            LetterButton solo = LetterButton.solo(look, model(StripControls.MUTE, "Lead Vox solo", r == 1 ? 1 : 0));
            LetterButton polarity =
                    LetterButton.polarity(look, model(StripControls.POLARITY, "Lead Vox", r == 1 ? 1 : 0));
            put(mute, 1676, y);
            put(solo, 1708, y);
            put(polarity, 1740, y - 2);
            if (r < 2) {
                for (int m = 0; m < (r == 0 ? 1 : 4); m++) {
                    put(
                            new ModeButton(
                                    look, model(MODE, "Lead Vox", r == 0 ? 0 : m + 1), ModeButton.AUTOMATION, 18, 20),
                            1780 + m * 28,
                            y);
                }
            }
            switch (r) {
                case 2 -> mute.setImplied(true);
                case 3 -> solo.setLocked(true);
                case 4 -> focus(solo);
                case 5 -> {
                    mute.model().setDisabledReason("the strip is frozen");
                    solo.model().setDisabledReason("the strip is frozen");
                }
                default -> {}
            }
        }
    }

    private void buttons() {
        panel(8, 248, 712, 232, "Button, toggle, list, number", "");
        String[] states = {"normal", "hover", "pressed", "focus", "disabled"};
        String[] kinds = {"primary", "default", "ghost", "danger"};
        String[] words = {"Print", "Add", "Later", "Delete"};
        for (int c = 0; c < states.length; c++) {
            caption(146 + c * 84, 292, states[c]);
            for (int r = 0; r < kinds.length; r++) {
                if (c == 0) {
                    label(20, 320 + r * 36, kinds[r], "hr-sub");
                }
                Button button = new Button(words[r]);
                button.getStyleClass().add("hr-" + kinds[r]);
                put(button, 108 + c * 84, 306 + r * 36, look.px(76), look.px(28));
                switch (c) {
                    case 1 -> button.pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true);
                    case 2 -> button.pseudoClassStateChanged(PseudoClass.getPseudoClass("pressed"), true);
                    case 3 -> {
                        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
                        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
                    }
                    case 4 -> button.setDisable(true);
                    default -> {}
                }
            }
        }
        label(20, 464, "toggle", "hr-sub");
        for (int i = 0; i < 4; i++) {
            Switch toggle = new Switch(look, model(StripControls.BYPASS, "Comp", i == 0 || i == 3 ? 0 : 1));
            put(toggle, 108 + i * 44, 456);
            if (i == 2) {
                focus(toggle);
            } else if (i == 3) {
                toggle.model().setDisabledReason("there is nothing to switch");
            }
        }
        ControlModel phase = model(PHASE, "EQ", 0);
        put(new ChoiceField(look, phase, ChoiceControl.capitalized(phase), 160, 24), 548, 288);
        ControlModel natural = model(PHASE, "EQ", 2);
        ChoiceField focused = new ChoiceField(look, natural, ChoiceControl.capitalized(natural), 160, 24);
        put(focused, 548, 322);
        focus(focused);
        ControlModel reads = model(READS, "Comp", 2);
        put(new SegmentedControl(look, reads, ChoiceControl.capitalized(reads), 53, 24), 548, 358);
        put(new ValueField(look, model(StripControls.VOLUME, "Lead Vox", -6.2), 76, 24, false), 548, 396);
        ValueField off = new ValueField(look, model(FREQUENCY, "EQ", 6500), 76, 24, false);
        put(off, 632, 396);
        off.model().setDisabledReason("the band is off");
        Button icon = new Button("Print the mix…", Icon.PRINTER_OUTLINE.node(look, 16, Token.WHITE));
        icon.getStyleClass().add("hr-primary");
        put(icon, 548, 432, look.px(160), look.px(28));
    }

    private void others() {
        panel(1564, 248, 348, 232, "Tooltip", "after 600 ms; F1 at once");
        Knob threshold = new Knob(look, model(THRESHOLD, "Lead Vox", -22), Knob.Size.SMALL);
        put(threshold, 1576, 280);
        explained = threshold;

        panel(8, 488, 712, 296, "Sizes, colours, bars", "");
        Param[] params = {FREQUENCY, GAIN, RATIO, MIX, StripControls.PAN, StripControls.WIDTH};
        double[] values = {3200, 2.1, 3, 80, -24, 100};
        Knob.Size[] sizes = {Knob.Size.RACK, Knob.Size.BAND, Knob.Size.SMALL};
        for (int s = 0; s < sizes.length; s++) {
            for (int i = 0; i < params.length; i++) {
                Knob knob = new Knob(look, model(params[i], "EQ", values[i]), sizes[s]);
                knob.setHue(TrackColor.values()[(i * 2 + s) % 12]);
                put(knob, 14 + i * 68 + (s == 0 ? 0 : 6), 520 + s * 82 + (s > 0 ? 10 : 0));
            }
        }
        for (int i = 0; i < 3; i++) {
            ControlModel send = model(StripControls.SEND_LEVEL, "Send " + (char) ('A' + i), -18.5 - 3 * i);
            SliderBar bar = new SliderBar(look, send);
            bar.setHue(TrackColor.ofReturn(i));
            put(bar, 440, 526 + i * 28);
            ValueField field = new ValueField(look, send, 72, 20, false);
            put(field, 564, 525 + i * 28);
            if (i == 2) {
                send.setAutomated(true);
            }
        }
        double[] pans = {0, -24, 100, -100, 3};
        for (int i = 0; i < pans.length; i++) {
            PanBar pan = new PanBar(look, model(StripControls.PAN, "Lead Vox", pans[i]));
            put(pan, 440, 620 + i * 25, look.px(i == 4 ? 96 : 56), look.px(18));
            if (i == 1) {
                pan.model().setAutomated(true);
            }
        }
        PanBar off = new PanBar(look, model(StripControls.PAN, "Lead Vox", 40));
        off.model().setDisabledReason("the strip is mono");
        put(off, 510, 620);
        double[] reductions = {0, 2.4, 6.1, 13};
        for (int i = 0; i < reductions.length; i++) {
            double by = reductions[i];
            put(
                    new GainReductionMeter(look, () -> by, GainReductionMeter.Shape.LYING, 12, "Comp gain reduction"),
                    580,
                    620 + i * 25);
        }
        for (int i = 0; i < 2; i++) {
            double by = 3.4 + 4 * i;
            put(
                    new GainReductionMeter(look, () -> by, GainReductionMeter.Shape.HANGING, 12, "Comp gain reduction"),
                    652 + i * 32,
                    526,
                    look.px(32),
                    look.px(200));
        }
        panel(1196, 488, 360, 296, "Places, icons, lights, entry", "");
        ControlModel place = model(PLACE, "Window", 0);
        put(new SegmentedControl(look, place, ChoiceControl.capitalized(place), 88, 32), 1208, 528);

        put(Buttons.icon(look, Icon.UNDO, "Undo", "Takes the last step back.", () -> {}), 1208, 576);
        put(Buttons.icon(look, Icon.COG_OUTLINE, "Preferences", "", () -> {}), 1244, 576);
        ToggleButton loop = Buttons.toggle(look, Icon.REPEAT, "Loop", "Plays the marked part over and over.");
        loop.setSelected(true);
        put(loop, 1284, 576);
        put(Buttons.toggle(look, Icon.MAGNET, "Snap", ""), 1324, 576);
        Light solo = new Light(look, "SOLO", Token.SOLO, true, () -> {});
        solo.setCount(2);
        put(solo, 1208, 624);
        Light mono = new Light(look, "MONO", Token.ACCENT, false, () -> {});
        mono.setLit(true);
        put(mono, 1276, 624);
        Light clip = new Light(look, "CLIP", MeterZone.OVER, false, () -> {});
        clip.setCount(1);
        put(clip, 1344, 624);
        put(new Light(look, "SOLO", Token.SOLO, true, () -> {}), 1412, 624);
        MeterModel out = new MeterModel(new Still(gain(-4.6), gain(-9), gain(-4.6), 0));
        out.advance(0);
        put(new OutputMeter(look, out, "Mix output"), 1390, 578);
        put(field("6.5k", ""), 1208, 668, look.px(76), look.px(24));
        put(field("loud", "hr-wrong"), 1300, 668, look.px(76), look.px(24));

        panel(728, 488, 460, 296, "Track colours", "");
        for (TrackColor color : TrackColor.values()) {
            int i = color.ordinal();
            Region swatch = new Region();
            swatch.setBackground(Background.fill(color.color()));
            put(swatch, 744 + (i % 5) * 88, 530 + (i / 5) * 70, look.px(72), look.px(32));
            label(744 + (i % 5) * 88, 572 + (i / 5) * 70, color.id(), "hr-sub");
        }
        stereo(920, 664);
    }

    private void stereo(double x, double y) {
        StereoImage image = new StereoImage(48_000);
        put(new Goniometer(look, image, "Mix, stereo image"), x, y, look.px(108), look.px(108));
        put(
                new CorrelationBar(look, image::correlation, "Mix, correlation"),
                x + 124,
                y + 30,
                look.px(128),
                look.px(46));
        image.resize((int) Math.floor(100 * look.factor()));
        Random random = new Random(7);
        float[] left = new float[24_000];
        float[] right = new float[24_000];
        for (int i = 0; i < left.length; i++) {
            double middle = Math.sin(2 * Math.PI * 97 * i / 48_000) * (0.4 + 0.4 * Math.sin(i / 3000.0));
            double sides = 0.3 * random.nextGaussian() * Math.sin(i / 5000.0);
            left[i] = (float) (middle + sides);
            right[i] = (float) (middle - sides);
        }
        image.add(left, right, left.length);
    }

    private static TextField field(String text, String style) {
        TextField field = new TextField(text);
        field.setAccessibleText("Level, enter a value");
        field.getStyleClass().add("hr-entry");
        if (!style.isEmpty()) {
            field.getStyleClass().add(style);
        }
        field.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        field.selectAll();
        return field;
    }
}
