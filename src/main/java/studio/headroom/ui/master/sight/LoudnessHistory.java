package studio.headroom.ui.master.sight;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.sight.LoudnessCurve;
import studio.headroom.mastering.sight.PlaybackService;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Loudness over the whole song: what the master is as a whole, and over it what was heard; at the right, on the same
/// scale, how often it is how loud. A click or a drag goes to a place, the arrow keys go along, up and down through the
/// bars, and the figures of what is under the pointer are told.
final class LoudnessHistory extends KitControl {
    private static final double LEFT = 24;
    private static final double BOTTOM = 20;
    private static final double GAP = 4;
    /// Width of the bars, and where the whole picture is narrow.
    private static final double BARS = 64;

    private static final double NARROW_BARS = 48;
    private static final double NARROW = 380;
    private static final int TIMES = 5;
    private static final double SILENT = -100;
    private static final double STEP_SECONDS = 1;
    private static final double READING = 16;

    private final SightModel model;
    private LoudnessScale scale = LoudnessScale.of(LoudnessScale.Kind.ABSOLUTE, Double.NaN, LoudnessScale.EBU_TARGET);
    private final HeardLoudness heard = new HeardLoudness();
    private double shownX = Double.NaN;
    /// Where the pointer is, in units; NaN where it is not.
    private double pointer = Double.NaN;

    private double pointerY;
    private @Nullable LoudnessBars bars;
    /// The bar that the keyboard has come to; below 0 for none.
    private int chosen = -1;
    /// Whether the bars were pressed, which are no place to go to.
    private boolean onBars;

    LoudnessHistory(Look look, SightModel model) {
        super(look);
        this.model = model;
        setLeast(160, 70);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Loudness history");
        setFocusTraversable(true);
        setRing(-2, 5);
        Buttons.explain(
                this,
                "Loudness history",
                "The whole song as it is now; the bright line is what you heard of it. A click goes there; so do the"
                        + " arrow keys, a second at a time, with Shift a tenth. At the right: how often it is how loud"
                        + " over 3 s. The bracket is the loudness range, the dashed line the integrated loudness, the"
                        + " arrow what is aimed at; up and down go through the bars.");
        useGround();
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::locate);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Double.NaN, 0));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.sight().addListener((_, before, now) -> renew(before, now));
        model.choices().observe(this::rescale);
        model.playback().heard().addListener(_ -> rescale());
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                choose(-1);
            }
        });
        renew(null, model.sight().get());
    }

    private void renew(@Nullable Sight before, @Nullable Sight now) {
        int steps = now == null ? 0 : now.master().curve().steps();
        boolean sameSound = before != null && now != null && before.print() == now.print();
        if (!sameSound && steps != heard.levels().length || now == null) {
            heard.begin(steps);
        }
        rescale();
    }

    private void rescale() {
        Sight sight = model.sight().get();
        double highest = sight == null ? Double.NaN : sight.master().report().maxMomentaryLufs();
        scale = LoudnessScale.of(model.choices().scaleKind(), highest, target());
        bars = sight == null ? null : bars(sight.master().report());
        chosen = -1;
        tell("");
        requestLayout();
    }

    private LoudnessBars bars(LoudnessReport report) {
        Optional<PlaybackService> heardAt =
                PlaybackService.find(model.playback().heard().get());
        if (heardAt.isPresent() && heardAt.get().lufs().isPresent()) {
            return new LoudnessBars(
                    report,
                    scale,
                    heardAt.get().label() + " plays at",
                    heardAt.get().lufs().getAsDouble());
        }
        Optional<Target> made = Target.find(model.song().mastering().target());
        return made.isPresent() && made.get().lufs().isPresent()
                ? new LoudnessBars(
                        report,
                        scale,
                        made.get().label() + " asks for",
                        made.get().lufs().getAsDouble())
                : new LoudnessBars(report, scale, "", Double.NaN);
    }

    /// @param reading that the keyboard has come to, or empty
    private void tell(String reading) {
        Sight sight = model.sight().get();
        LoudnessBars now = bars;
        if (sight != null && now != null) {
            setAccessibleText((reading.isEmpty() ? "" : reading + ". ") + "Loudness history, integrated "
                    + Pictures.tenth(sight.master().report().integratedLufs()) + " LUFS, loudest "
                    + Pictures.tenth(sight.master().report().maxMomentaryLufs()) + " LUFS at "
                    + Pictures.time(sight.master().seconds(sight.master().loudestFrame())) + ", " + now.spoken());
        }
    }

    private void choose(int bar) {
        if (bar != chosen) {
            chosen = bar;
            LoudnessBars now = bars;
            tell(now == null ? "" : now.reading(bar));
            requestLayout();
        }
    }

    /// To the next bar above (1) or below (-1); from the fullest one on.
    private void chooseNext(int step) {
        LoudnessBars now = bars;
        if (now != null) {
            int last = now.report().distribution().counts().size() - 1;
            choose(chosen < 0 ? now.fullest() : Math.clamp(chosen + (long) step, 0, Math.max(0, last)));
        }
    }

    /// What the song is made for, or what broadcasters aim at.
    private double target() {
        String name = model.song().mastering().target();
        Optional<Target> target = Target.find(name);
        return target.isPresent() && target.get().lufs().isPresent()
                ? target.get().lufs().getAsDouble()
                : LoudnessScale.EBU_TARGET;
    }

    /// Forgets what was heard.
    void forget() {
        heard.forget();
        repaint();
    }

    /// Takes in what is heard now.
    void frame() {
        Sight sight = model.sight().get();
        if (sight == null) {
            return;
        }
        SoundSight master = sight.master();
        double seconds = master.seconds(model.position());
        boolean changed = false;
        if (model.session().song().playback().playing().get() && model.hearsMaster()) {
            changed = heard.hear(master.curve().step(seconds), model.loudness().shortTerm());
        } else {
            heard.pause();
        }
        double x = Math.rint(seconds / Math.max(1e-9, master.seconds()) * getWidth() * look().outputScale());
        if (changed || x != shownX) {
            shownX = x;
            repaint();
        }
    }

    private void press(MouseEvent event) {
        onBars = event.getX() / look().factor() >= barsFrom();
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            locate(event);
        }
    }

    private void locate(MouseEvent event) {
        point(event.getX(), event.getY());
        Sight sight = model.sight().get();
        if (!onBars && event.getButton() == MouseButton.PRIMARY && sight != null) {
            model.locate(Math.round(
                    share(event.getX() / look().factor()) * sight.master().frames()));
        }
    }

    /// The part of the song that lies before a place of the picture.
    private double share(double x) {
        return Math.clamp((x - LEFT) / Math.max(1, plotWidth(getWidth() / look().factor())), 0, 1);
    }

    private static double barsWidth(double w) {
        return w < NARROW ? NARROW_BARS : BARS;
    }

    private static double plotWidth(double w) {
        return Math.max(1, w - LEFT - GAP - barsWidth(w));
    }

    /// Where the bars begin.
    private double barsFrom() {
        return LEFT + plotWidth(getWidth() / look().factor()) + GAP;
    }

    private void point(double x, double y) {
        pointer = x / look().factor();
        pointerY = y / look().factor();
        repaint();
    }

    private void key(KeyEvent event) {
        Sight sight = model.sight().get();
        if (sight == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        long step = Math.round(STEP_SECONDS * (event.isShiftDown() ? 0.1 : 1) * model.rate());
        switch (event.getCode()) {
            case LEFT -> model.step(-step, sight.master().frames());
            case RIGHT -> model.step(step, sight.master().frames());
            case UP -> chooseNext(1);
            case DOWN -> chooseNext(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected double unitWidth() {
        return 416;
    }

    @Override
    protected double unitHeight() {
        return 104;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        double plotW = plotWidth(w);
        double plotH = h - BOTTOM;
        double barsX = LEFT + plotW + GAP;
        p.fill(LEFT, 0, plotW, plotH, Token.BG_0.color(), 4);
        p.fill(barsX, 0, barsWidth(w), plotH, Token.BG_0.color(), 4);
        for (double line = scale.firstLine(); line > scale.bottom(); line -= scale.lines()) {
            double y = scale.place(line) * plotH;
            p.across(LEFT, y, plotW, Token.LINE_1.color());
            p.across(barsX, y, barsWidth(w), Token.LINE_1.color());
            p.right(LEFT - 5, y, scale.text(line), TypeRole.SMALL, Token.FG_3.color());
        }
        Sight sight = model.sight().get();
        if (sight == null || sight.master().curve().steps() == 0) {
            String words = model.looking().get() ? "Listening to the whole song…" : "No print yet";
            p.center(LEFT + plotW / 2, plotH / 2, words, TypeRole.LABEL, Token.FG_3.color());
            return;
        }
        paintTimes(p, sight.master(), plotW, h);
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(p.snap(LEFT), 0, p.snap(LEFT + plotW) - p.snap(LEFT), p.snap(plotH));
        gc.clip();
        LoudnessCurve curve = sight.master().curve();
        line(p, curve.momentary(), plotW, plotH, Token.FG_3.alpha(0.75), 1);
        line(p, curve.shortTerm(), plotW, plotH, Token.ACCENT.color(), 2);
        gc.setLineDashes(p.raw(4), p.raw(3));
        line(p, curve.integrated(), plotW, plotH, Token.OK.color(), 1);
        gc.setLineDashes();
        gc.restore();
        LoudnessBars now = bars;
        if (now != null) {
            now.paint(p, barsX, barsWidth(w), plotH, chosen);
            now.paintCaption(p, barsX + barsWidth(w) / 2, h - 8);
        }
    }

    private static void paintTimes(Painter p, SoundSight master, double plotW, double h) {
        double seconds = master.seconds();
        double step = Pictures.timeStep(seconds, TIMES);
        for (int i = 0; i * step <= seconds; i++) {
            double x = LEFT + plotW * i * step / seconds;
            String text = Pictures.time(i * step, step);
            if (i == 0) {
                p.left(x, h - 8, text, TypeRole.SMALL, Token.FG_3.color());
            } else if (x < LEFT + plotW - 14) {
                p.center(x, h - 8, text, TypeRole.SMALL, Token.FG_3.color());
            }
        }
    }

    /// The highest of each pixel; interrupted where there is none.
    private void line(Painter p, float[] levels, double w, double h, Color color, double width) {
        var gc = p.context();
        gc.setStroke(color);
        gc.setLineWidth(p.raw(width));
        gc.beginPath();
        int columns = (int) Math.max(1, Math.min(levels.length, Math.floor(w)));
        boolean drawing = false;
        for (int i = 0; i < columns; i++) {
            int from = (int) ((long) i * levels.length / columns);
            int to = Math.max(from + 1, (int) ((long) (i + 1) * levels.length / columns));
            float highest = Float.NaN;
            for (int step = from; step < to; step++) {
                highest = Float.isNaN(highest) ? levels[step] : Math.max(highest, levels[step]);
            }
            if (!(highest > SILENT)) {
                drawing = false;
                continue;
            }
            double x = p.raw(LEFT + w * (i + 0.5) / columns);
            double y = p.raw(Math.clamp(scale.place(highest), -0.05, 1.05) * h);
            if (drawing) {
                gc.lineTo(x, y);
            } else {
                gc.moveTo(x, y);
            }
            drawing = true;
        }
        gc.stroke();
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        Sight sight = model.sight().get();
        if (sight == null) {
            return;
        }
        double plotW = plotWidth(w);
        double plotH = h - BOTTOM;
        line(p, heard.levels(), plotW, plotH, Token.FG_1.alpha(0.9), 1);
        double share = (double) model.position() / Math.max(1, sight.master().frames());
        if (share >= 0 && share <= 1) {
            p.down(LEFT + Math.min(plotW - 1, share * plotW), 0, plotH, Token.FG_1.color());
        }
        LoudnessBars now = bars;
        if (sight.master().curve().steps() == 0 || now == null) {
            return;
        }
        if (pointer >= LEFT + plotW + GAP) {
            tip(p, now.reading(pointerY, plotH), true, plotW, plotH);
        } else if (pointer >= LEFT) {
            p.down(LEFT + Math.min(plotW - 1, pointer - LEFT), 0, plotH, Token.LINE_3.color());
            tip(p, reading(sight.master(), share(pointer)), pointer < LEFT + plotW / 2, plotW, plotH);
        } else if (chosen >= 0) {
            tip(p, now.reading(chosen), true, plotW, plotH);
        }
    }

    /// Figures over the lower edge of the history, at the side where nobody looks.
    private void tip(Painter p, String words, boolean atRight, double plotW, double plotH) {
        if (words.isEmpty()) {
            return;
        }
        double width = p.units(TextSize.width(look(), TypeRole.VALUE_TINY, words)) + 10;
        double x = atRight ? LEFT + plotW - width - 3 : LEFT + 3;
        double y = plotH - READING - 3;
        p.fill(x, y, width, READING, Token.BG_TIP.alpha(0.9), 3);
        p.left(x + 5, y + READING / 2, words, TypeRole.VALUE_TINY, Token.FG_1.color());
    }

    /// `2:31 S −10.6 M −9.8 I −11.9`.
    static String reading(SoundSight master, double share) {
        LoudnessCurve curve = master.curve();
        double seconds = share * master.seconds();
        int step = Math.clamp(curve.step(seconds), 0, curve.steps() - 1);
        return Pictures.time(seconds) + " S " + level(curve.shortTerm()[step]) + " M " + level(curve.momentary()[step])
                + " I " + level(curve.integrated()[step]);
    }

    private static String level(float lufs) {
        return lufs <= SILENT ? Pictures.tenth(Double.NEGATIVE_INFINITY) : Pictures.tenth(lufs);
    }
}
