package studio.headroom.ui.timeline;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import studio.headroom.audio.Decibels;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Media;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// Paints clips: body, waveform, fades, name, handles. UI thread.
final class ClipPainter {
    private static final double RADIUS = 3;
    /// Clips narrower than this, of which there may be thousands, have square corners: these are drawn fast.
    private static final double ROUND_ROOM = 28;
    /// Below so many pixels of the device for a sample, the samples are not dots.
    private static final double DOTS = 8;

    private static final int CURVE = 16;

    /// How fine the line of a gain envelope is drawn, in units.
    private static final double GAIN_STEP = 2;

    private final TimelineModel model;
    private final HitTest test;
    private final Waves waves;
    private final WaveTiles tiles;
    private final double[] xs = new double[CURVE + 3];
    private final double[] ys = new double[CURVE + 3];
    private float[] samples = new float[0];

    ClipPainter(TimelineModel model, HitTest test, Waves waves) {
        this.model = model;
        this.test = test;
        this.waves = waves;
        tiles = new WaveTiles(waves);
    }

    WaveTiles tiles() {
        return tiles;
    }

    /// How a clip is shown now.
    record State(boolean selected, boolean handles, boolean silent) {}

    /// @param y of the row in the view, in units
    void paint(Painter p, Row row, Strip strip, Clip clip, double y, double width, State state) {
        double left = model.scale().x(clip.start());
        double right = Math.max(model.scale().x(clip.end()), left + 2);
        double top = y + HitTest.CLIP_TOP;
        double height = row.height() - HitTest.CLIP_LESS;
        // Far beyond the view nothing has to be exact.
        double from = Math.max(left, -20);
        double to = Math.min(right, width + 20);
        Color color = color(strip, clip, state.silent());
        Color body = color.deriveColor(0, 1, 1, state.selected() ? 0.30 : 0.22);
        boolean round = to - from >= ROUND_ROOM;
        if (round) {
            p.fill(from, top, to - from, height, body, RADIUS);
        } else {
            p.fill(from, top, to - from, height, body);
        }
        wave(p, strip, clip, top, height, state.silent() ? color.deriveColor(0, 1, 1, 0.45) : color);
        onsets(p, clip, top, height);
        silence(p, clip, from, to, top, height);
        fades(p, clip, left, right, top, height, state);
        Color border = state.selected() ? Token.FG_1.color() : color.deriveColor(0, 1, 1, 0.55);
        if (round) {
            p.border(from, top, to - from, height, border, RADIUS);
        } else {
            p.across(from, top, to - from, border);
            p.across(from, top + height - 1, to - from, border);
            p.down(from, top, height, border);
            p.down(Math.max(from, to - 1), top, height, border);
        }
        boolean shaped = !clip.envelope().isEmpty();
        if ((state.selected() || shaped) && HitTest.hasGainLine(row) && right - left > 30) {
            gain(p, row, clip, y, from, to, state.selected());
        }
        name(p, row, clip, left, to, top, state);
        if (state.handles() && right - left >= 30) {
            handle(p, test.fadeInX(clip), top);
            handle(p, test.fadeOutX(clip), top);
        }
    }

    /// Where notes begin, if that was asked for.
    private void onsets(Painter p, Clip clip, double top, double height) {
        OnsetMarks marks = model.snap().marks();
        if (!marks.isEmpty()) {
            Color line = Token.FG_1.alpha(0.45);
            double[] last = {Double.NEGATIVE_INFINITY};
            TimeScale scale = model.scale();
            marks.in(clip, (long) scale.origin(), (long) Math.ceil(scale.right()))
                    .sorted()
                    .forEach(frame -> {
                        double x = scale.x(frame);
                        if (x - last[0] >= 3) {
                            p.down(x, top, height, line);
                            last[0] = x;
                        }
                    });
        }
    }

    /// What would go when silence is stripped.
    private void silence(Painter p, Clip clip, double from, double to, double top, double height) {
        List<Span> kept = model.kept().get(clip.id());
        if (kept == null) {
            return;
        }
        double begin = from;
        for (Span span : kept) {
            double x = Math.clamp(model.scale().x(span.start()), from, to);
            p.fill(begin, top, x - begin, height, Token.BG_1.alpha(0.78));
            begin = Math.clamp(model.scale().x(span.end()), from, to);
            p.down(x, top, height, Token.ACCENT.color());
            p.down(begin, top, height, Token.ACCENT.color());
        }
        p.fill(begin, top, to - begin, height, Token.BG_1.alpha(0.78));
    }

    /// A clip of a folded folder: its waveform alone, for others lie over it.
    void paintFolded(Painter p, Row row, Strip strip, Clip clip, double y, boolean silent) {
        double height = row.height() - HitTest.CLIP_LESS;
        Color color = color(strip, clip, silent);
        wave(p, strip, clip, y + HitTest.CLIP_TOP, height, color.deriveColor(0, 1, 1, silent ? 0.3 : 0.7));
    }

    private static Color color(Strip strip, Clip clip, boolean silent) {
        if (silent) {
            return Token.FG_3.color();
        }
        String named = clip.color().isEmpty() ? strip.color() : clip.color();
        return TrackColor.byId(named).orElse(TrackColor.GREY).color().deriveColor(0, 1, 1, 0.95);
    }

    private void wave(Painter p, Strip strip, Clip clip, double top, double height, Color color) {
        Media media = model.song().media(clip.media()).orElse(null);
        if (media == null || height < 6) {
            return;
        }
        if (waves.isMissing(media)) {
            missing(p, clip, top, height);
            return;
        }
        double output = p.look().outputScale();
        double perPixel = model.scale().framesPerUnit() / (p.look().factor() * output);
        float gain = (float) (Decibels.toGain(clip.gainDb()) * model.waveHeight());
        if (perPixel < 0.5) {
            line(p, media, clip, top, height, color, gain);
            return;
        }
        long before = clip.reversed() ? media.frames() - clip.offset() - clip.length() : clip.offset();
        double zero = (clip.start() - before - model.scale().origin()) / perPixel;
        long origin = (long) Math.rint(zero);
        int phase = Math.floorMod(strip.id().hashCode() * 31, WaveTiles.WIDTH);
        int rows = (int) Math.rint(p.snap(top + height - 1) * output) - (int) Math.rint(p.snap(top + 1) * output);
        if (rows < 2) {
            return;
        }
        WaveTiles.Look look =
                new WaveTiles.Look(media, perPixel, phase, rows, color, gain, clip.reversed(), clip.envelope());
        double canvas = p.context().getCanvas().getWidth() * output;
        long begin = (long) Math.rint(Math.max(0, p.snap(model.scale().x(clip.start())) * output));
        long end = (long) Math.rint(Math.min(canvas, p.snap(model.scale().x(clip.end())) * output));
        double dy = p.snap(top + 1);
        p.context().setImageSmoothing(false);
        for (long at = begin; at < end; ) {
            long index = WaveTiles.index(at - origin, phase);
            long tileStart = WaveTiles.column(index, phase) + origin;
            long next = Math.min(end, tileStart + WaveTiles.WIDTH);
            Image tile = tiles.get(look, index);
            if (tile != null) {
                double wide = next - at;
                p.context()
                        .drawImage(tile, at - tileStart, 0, wide, rows, at / output, dy, wide / output, rows / output);
            }
            at = next;
        }
    }

    private static void missing(Painter p, Clip clip, double top, double height) {
        if (height >= 16) {
            p.left(8, top + height / 2, "The sound file is missing", TypeRole.SMALL, Token.ERR.color());
        }
    }

    /// The way through the samples, and the samples themselves as dots where there is room.
    private void line(Painter p, Media media, Clip clip, double top, double height, Color color, float gain) {
        TimeScale scale = model.scale();
        long from = Math.max(clip.start(), (long) Math.floor(scale.origin()) - 1);
        long to = Math.min(clip.end(), (long) Math.ceil(scale.right()) + 1);
        int count = (int) Math.max(0, to - from);
        if (count == 0) {
            return;
        }
        if (samples.length != count) {
            samples = new float[count];
        }
        boolean stereo = media.channels() == 2;
        GraphicsContext gc = p.context();
        double unitsPerFrame = 1 / scale.framesPerUnit();
        for (int channel = 0; channel < media.channels(); channel++) {
            long first = clip.inMedia(clip.reversed() ? to - 1 : from);
            waves.window(media).samples(channel, first, samples);
            if (clip.reversed()) {
                reverse(samples);
            }
            for (int i = 0; i < count && !clip.envelope().isEmpty(); i++) {
                samples[i] *= (float) Decibels.toGain(clip.envelope().db(clip.inMedia(from + i)));
            }
            double high = stereo ? height / 2 : height;
            double middle = top + high / 2 + channel * high;
            gc.setStroke(color);
            gc.setLineWidth(p.raw(1.25));
            gc.beginPath();
            for (int i = 0; i < count; i++) {
                double x = p.raw(scale.x(from + i));
                double y = p.raw(middle - Math.clamp(samples[i] * gain, -1, 1) * (high / 2 - 2));
                if (i == 0) {
                    gc.moveTo(x, y);
                } else {
                    gc.lineTo(x, y);
                }
            }
            gc.stroke();
            for (int i = 0; unitsPerFrame * p.look().outputScale() >= DOTS && i < count; i++) {
                p.disc(scale.x(from + i), middle - Math.clamp(samples[i] * gain, -1, 1) * (high / 2 - 2), 2.5, color);
            }
        }
    }

    private static void reverse(float[] values) {
        for (int i = 0, j = values.length - 1; i < j; i++, j--) {
            float value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    private void fades(Painter p, Clip clip, double left, double right, double top, double height, State state) {
        Color line = state.selected() ? Token.FG_1.color() : Token.FG_1.alpha(0.5);
        double in = clip.fadeIn().frames() / model.scale().framesPerUnit();
        double out = clip.fadeOut().frames() / model.scale().framesPerUnit();
        if (in >= 2) {
            fade(p, clip.fadeIn().shape(), left, left + Math.min(in, right - left), top, height, line);
        }
        if (out >= 2) {
            fade(p, clip.fadeOut().shape(), right, right - Math.min(out, right - left), top, height, line);
        }
    }

    /// Shades what a fade takes away.
    ///
    /// @param silent where there is silence, in units
    /// @param full where there is none
    private void fade(Painter p, Fade.Shape shape, double silent, double full, double top, double height, Color line) {
        for (int i = 0; i <= CURVE; i++) {
            double way = (double) i / CURVE;
            xs[i] = p.raw(silent + (full - silent) * way);
            ys[i] = p.raw(top + height * (1 - gain(shape, way)));
        }
        xs[CURVE + 1] = p.raw(silent);
        ys[CURVE + 1] = p.raw(top);
        GraphicsContext gc = p.context();
        gc.setFill(Token.BG_1.alpha(0.62));
        gc.fillPolygon(xs, ys, CURVE + 2);
        gc.setStroke(line);
        gc.setLineWidth(p.raw(1));
        gc.strokePolyline(xs, ys, CURVE + 1);
    }

    /// See [Fade.Shape].
    static double gain(Fade.Shape shape, double way) {
        return shape.gain(way);
    }

    private void gain(Painter p, Row row, Clip clip, double y, double from, double to, boolean selected) {
        if (clip.envelope().isEmpty()) {
            double at = y + HitTest.gainY(row, clip.gainDb());
            p.across(from, at, to - from, Token.FG_1.alpha(clip.gainDb() == 0 ? 0.35 : 0.8));
            return;
        }
        GraphicsContext gc = p.context();
        gc.setStroke(Token.FG_1.alpha(selected ? 0.9 : 0.5));
        gc.setLineWidth(p.raw(selected ? 1.5 : 1));
        gc.beginPath();
        gc.moveTo(p.raw(from), p.raw(y + HitTest.gainY(row, test.gainAt(clip, from))));
        for (double x = from; x < to; ) {
            x = Math.min(to, x + GAIN_STEP);
            gc.lineTo(p.raw(x), p.raw(y + HitTest.gainY(row, test.gainAt(clip, x))));
        }
        gc.stroke();
        double last = Double.NEGATIVE_INFINITY;
        for (int i : selected ? test.gainPoints(clip, from, to) : new int[0]) {
            GainEnvelope.Point point = clip.envelope().points().get(i);
            double x = model.scale().x(clip.onTimeline(point.frame()));
            if (Math.abs(x - last) >= 7) {
                double at = y + HitTest.gainY(row, clip.gainDb() + point.db());
                p.disc(x, at, 3.5, Token.BG_1.color());
                p.circle(x, at, 3.5, Token.FG_1.color(), 1.5);
                last = x;
            }
        }
    }

    private void name(Painter p, Row row, Clip clip, double left, double to, double top, State state) {
        double start = Math.max(left, 0);
        boolean room = to - start >= (state.selected() ? 40 : 90);
        if (!room || !state.selected() && row.height() < RowHeight.M.units()) {
            return;
        }
        String gain = clip.gainDb() == 0
                ? ""
                : " " + (clip.gainDb() > 0 ? "+" : "")
                        + Unit.DECIBEL.format(clip.gainDb()).replace(" dB", "");
        double at = state.selected() ? Math.max(test.fadeInX(clip) + 8, start + 4) : start + 4;
        double width = p.raw(Math.min(to - 20, start + 260) - at - 8);
        if (width < p.raw(16)) {
            return;
        }
        String text = TextSize.fit(p.look(), TypeRole.SMALL, title(clip) + gain, width);
        double wide = p.units(TextSize.width(p.look(), TypeRole.SMALL, text)) + 8;
        p.fill(at, top + 3, wide, 14, Token.BG_0.alpha(0.62), 2);
        p.left(at + 4, top + 10, text, TypeRole.SMALL, (state.silent() ? Token.FG_2 : Token.FG_1).color());
    }

    private String title(Clip clip) {
        if (!clip.name().isEmpty()) {
            return clip.name();
        }
        String origin = model.song().media(clip.media()).map(Media::origin).orElse("");
        int dot = origin.lastIndexOf('.');
        return dot > 0 ? origin.substring(0, dot) : origin;
    }

    private static void handle(Painter p, double x, double top) {
        p.fill(x - 3, top, 6, 6, Token.FG_1.color(), 1);
    }
}
