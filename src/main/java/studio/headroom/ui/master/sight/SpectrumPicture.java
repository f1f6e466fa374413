package studio.headroom.ui.master.sight;

import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The spectrum that is heard, the average of the master, and that of another sound at the same loudness.
final class SpectrumPicture extends KitControl {
    private static final double BOTTOM = 20;
    private static final double SPAN_DB = 48;
    private static final double LINE_DB = 12;
    /// Where all slopes meet, in Hz.
    private static final double PIVOT = 1000;
    /// Levels of equal ratio rise by this already, in dB per octave.
    private static final double OWN_SLOPE = 3;
    /// The live spectrum takes 1.76 dB off noise for its window, and nothing off tones; music is between them.
    private static final double LIVE_OFFSET = 0.88;

    private static final double[] NUMBERED = {50, 100, 200, 500, 1000, 2000, 5000, 10_000};
    private static final double[] LINES = {
        30, 40, 50, 60, 80, 100, 200, 300, 400, 500, 600, 800, 1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000
    };
    private static final double LOUDEST_AT = 0.15;

    private final SightModel model;
    private final double[] x = new double[LiveEar.BANDS];
    private final double[] y = new double[LiveEar.BANDS];
    private double top = 0;

    SpectrumPicture(Look look, SightModel model) {
        super(look);
        this.model = model;
        setLeast(160, 80);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Spectrum of the master");
        Buttons.explain(
                this,
                "Spectrum",
                "What is heard now, filled; the average of the whole master as a line; dashed the reference at the same"
                        + " loudness. With a slope, finished music lies nearly level.");
        useGround();
        model.sight().addListener(_ -> rescale());
        model.overlay().addListener(_ -> repaint());
        model.choices().observe(this::rescale);
        rescale();
    }

    /// Lets the highest third octave of the master lie a little below the top.
    private void rescale() {
        Sight sight = model.sight().get();
        double highest = Double.NEGATIVE_INFINITY;
        for (int band = 0; sight != null && band < ThirdOctaves.BANDS; band++) {
            double hertz = ThirdOctaves.hertz(band);
            highest = Math.max(highest, sight.master().spectrum().db(band) + tilt(hertz));
        }
        top = Double.isFinite(highest) ? Math.ceil((highest + SPAN_DB * LOUDEST_AT) / 3) * 3 : 0;
        model.ear().spectrum().setHold(model.choices().hold().isOn() ? Double.POSITIVE_INFINITY : 0);
        if (!model.choices().hold().isOn()) {
            model.ear().spectrum().releaseHeld();
        }
        requestLayout();
        repaint();
    }

    private double tilt(double hertz) {
        return (model.choices().slopeDb() - OWN_SLOPE) * Math.log(hertz / PIVOT) / Math.log(2);
    }

    void frame() {
        if (model.ear().changed()) {
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return 416;
    }

    @Override
    protected double unitHeight() {
        return 150;
    }

    private static double place(double hertz) {
        return Math.log(hertz / LiveSpectrum.LOWEST_HZ) / Math.log(LiveSpectrum.HIGHEST_HZ / LiveSpectrum.LOWEST_HZ);
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        double plot = h - BOTTOM;
        p.fill(0, 0, w, plot, Token.BG_0.color(), 4);
        for (double hertz : LINES) {
            p.down(place(hertz) * w, 0, plot, Token.LINE_1.alpha(isNumbered(hertz) ? 0.75 : 0.35));
        }
        for (double db = LINE_DB; db < SPAN_DB; db += LINE_DB) {
            p.across(0, plot * db / SPAN_DB, w, Token.LINE_1.alpha(0.75));
        }
        for (double hertz : NUMBERED) {
            String text = hertz >= 1000 ? Math.round(hertz / 1000) + "k" : Long.toString(Math.round(hertz));
            p.center(place(hertz) * w, h - 9, text, TypeRole.SMALL, Token.FG_3.color());
        }
    }

    private static boolean isNumbered(double hertz) {
        for (double each : NUMBERED) {
            if (each == hertz) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double plot = h - BOTTOM;
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, p.snap(w), p.snap(plot));
        gc.clip();
        Sight sight = model.sight().get();
        boolean live = model.ear().heard();
        if (live) {
            live(false, w, plot);
            area(p, LiveEar.BANDS, plot, Token.ACCENT.alpha(0.18));
            if (model.choices().hold().isOn()) {
                live(true, w, plot);
                curve(p, LiveEar.BANDS, Token.FG_2.alpha(0.7), 1);
            }
        }
        if (sight != null && (model.choices().average().isOn() || !live)) {
            int n = average(sight.master().spectrum(), 0, w, plot);
            if (!live) {
                area(p, n, plot, Token.ACCENT.alpha(0.16));
            }
            curve(p, n, Token.ACCENT.color(), 1.5);
        } else if (live) {
            live(false, w, plot);
            curve(p, LiveEar.BANDS, Token.ACCENT.color(), 1.5);
        }
        overlay(p, sight, w, plot);
        gc.restore();
    }

    private void overlay(Painter p, @Nullable Sight sight, double w, double plot) {
        SoundOverlay over = model.overlay().get();
        if (over != null) {
            double offset = sight == null ? 0 : sight.master().report().integratedLufs() - over.lufs();
            int n = average(over.spectrum(), Double.isFinite(offset) ? offset : 0, w, plot);
            p.context().setLineDashes(p.raw(4), p.raw(3));
            curve(p, n, Token.WARN.color(), 1.5);
            p.context().setLineDashes();
        }
    }

    private void live(boolean held, double w, double plot) {
        LiveSpectrum spectrum = model.ear().spectrum();
        for (int i = 0; i < LiveEar.BANDS; i++) {
            double db = third(spectrum, held, i);
            double hertz = LiveSpectrum.hertz(i, LiveEar.BANDS);
            x[i] = w * i / (LiveEar.BANDS - 1);
            y[i] = level(db + LIVE_OFFSET + tilt(hertz), plot);
        }
    }

    /// The power of the third of an octave around a twelfth: that one, its neighbors, and half of those beside them.
    private static double third(LiveSpectrum spectrum, boolean held, int band) {
        double power = 0;
        for (int i = band - 2; i <= band + 2; i++) {
            int at = Math.clamp(i, 0, LiveEar.BANDS - 1);
            double db = held ? spectrum.heldDb(at) : spectrum.db(at);
            power += (Math.abs(i - band) == 2 ? 0.5 : 1) * Math.pow(10, db / 10);
        }
        return 10 * Math.log10(power);
    }

    /// Places a curve through the third octaves, with three points between each two of them, so that it is round.
    ///
    /// @return how many points it has
    private int average(ThirdOctaves spectrum, double offset, double w, double plot) {
        int between = 4;
        int n = 0;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            for (int i = 0; i < (band == ThirdOctaves.BANDS - 1 ? 1 : between); i++) {
                double share = (double) i / between;
                double hertz = ThirdOctaves.hertz(band) * Math.pow(10, share / 10);
                x[n] = place(hertz) * w;
                y[n] = level(smooth(spectrum, band, share) + offset + tilt(hertz), plot);
                n++;
            }
        }
        return n;
    }

    /// Between bands by a cubic through their neighbors (Catmull and Rom, 1974).
    private static double smooth(ThirdOctaves spectrum, int band, double share) {
        double a = db(spectrum, band - 1);
        double b = db(spectrum, band);
        double c = db(spectrum, band + 1);
        double d = db(spectrum, band + 2);
        return b + 0.5 * share * (c - a + share * (2 * a - 5 * b + 4 * c - d + share * (3 * (b - c) + d - a)));
    }

    private static double db(ThirdOctaves spectrum, int band) {
        return Math.max(LiveSpectrum.FLOOR_DB, spectrum.db(Math.clamp(band, 0, ThirdOctaves.BANDS - 1)));
    }

    private double level(double db, double plot) {
        return Math.clamp((top - db) / SPAN_DB, -0.05, 1.05) * plot;
    }

    private void curve(Painter p, int n, Color color, double width) {
        var gc = p.context();
        gc.setStroke(color);
        gc.setLineWidth(p.raw(width));
        trace(p, n);
        gc.stroke();
    }

    private void area(Painter p, int n, double base, Color color) {
        var gc = p.context();
        gc.setFill(color);
        trace(p, n);
        gc.lineTo(p.raw(x[n - 1]), p.raw(base));
        gc.lineTo(p.raw(x[0]), p.raw(base));
        gc.closePath();
        gc.fill();
    }

    private void trace(Painter p, int n) {
        var gc = p.context();
        gc.beginPath();
        gc.moveTo(p.raw(x[0]), p.raw(y[0]));
        for (int i = 1; i < n; i++) {
            gc.lineTo(p.raw(x[i]), p.raw(y[i]));
        }
    }
}
