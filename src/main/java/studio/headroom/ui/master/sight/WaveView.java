package studio.headroom.ui.master.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.LogSpectrum;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.Spectrogram;
import studio.headroom.project.Span;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The waveform of print and master and the reduction above it, or the spectrogram of the master in their place, with
/// sections, loop, marks and playhead. The picture is painted when what is seen changes; the playhead alone moves with
/// the frames.
final class WaveView extends KitControl {
    static final double SECTIONS = 20;
    private static final double WAVE_TOP = 28;
    private static final double WAVE_BOTTOM = 8;
    private static final double FIRST_HERTZ = 1000;
    private static final double MARK_ROOM = MarkFlag.SIZE;

    private final SightModel model;
    private final WaveZoom zoom = new WaveZoom(this::requestLayout);
    private final WavePicture picture = new WavePicture();
    private final SpectrogramPicture spectrogram = new SpectrogramPicture();
    /// What of the spectrogram is read: by the pointer, in units, or by the keyboard at the playhead; NaN where nothing
    /// is.
    private double readX = Double.NaN;

    private double readY;
    private double readHertz = Double.NaN;
    private final Group playhead = new Group();
    private final Rectangle line = new Rectangle();
    private final Polygon flag = new Polygon();
    private final Rectangle clip = new Rectangle();
    private @Nullable Span loop;
    private final List<MarkFlag> flags = new ArrayList<>();
    /// Held here, since the marks hold it weakly.
    private final InvalidationListener marksChanged = _ -> showMarks();

    private Consumer<SightMark> onMark = _ -> {};

    WaveView(Look look, SightModel model) {
        super(look);
        this.model = model;
        setLeast(200, 80);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setRing(-2, 5);
        useGround();
        line.setStyle(Token.FG_1.fill());
        flag.setStyle(Token.FG_1.fill());
        playhead.getChildren().addAll(line, flag);
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        Group held = new Group(playhead);
        held.setManaged(false);
        held.setMouseTransparent(true);
        held.setClip(clip);
        getChildren().add(held);
        Buttons.explain(
                this,
                "The print through the chain",
                "Light is the mix print, blue the master, orange what the chain turns down; or the spectrum of the"
                        + " master over time. A click goes there; a drag along the names of the sections makes the"
                        + " loop; the wheel zooms, with Shift it scrolls. Up and down read the spectrum at the"
                        + " playhead.");
        model.marks().addListener(new WeakInvalidationListener(marksChanged));
        showMarks();
        model.choices().observe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> read(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> read(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> read(Double.NaN, 0));
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                readHertz = Double.NaN;
                repaint();
            }
        });
        new WaveHand(this, model);
    }

    /// Whether the spectrogram is shown.
    boolean spectral() {
        return model.choices().spectrogram().isOn();
    }

    private void read(double x, double y) {
        if (spectral()) {
            readX = x / look().factor();
            readY = y / look().factor();
            repaint();
        }
    }

    /// Reads the spectrum at the playhead, so many rows higher than before.
    void readHigher(int rows) {
        if (spectral()) {
            double row = LogSpectrum.row(Double.isNaN(readHertz) ? FIRST_HERTZ : readHertz);
            readHertz = LogSpectrum.hertz(Math.clamp(Math.floor(row) + rows, 0, LogSpectrum.ROWS - 1.0) + 0.5);
            tell();
            repaint();
        }
    }

    /// The figures of what is read; null where nothing is.
    private @Nullable String reading(double frame, double hertz) {
        Sight sight = model.sight().get();
        if (sight == null) {
            return null;
        }
        Spectrogram growing = model.growing().get();
        double db = growing == null ? Double.NaN : growing.db(frame, hertz);
        double known = Double.isNaN(db) ? sight.spectrogram().db(frame, hertz) : db;
        return SpectrogramScale.reading(sight.print().seconds(Math.round(frame)), hertz, known);
    }

    private void showMarks() {
        getChildren().removeAll(flags);
        flags.clear();
        for (SightMark mark : model.marks()) {
            String time = Pictures.time((double) mark.frame() / model.rate());
            MarkFlag flag = new MarkFlag(look(), mark, time, () -> press(mark));
            flag.setManaged(false);
            flags.add(flag);
        }
        getChildren().addAll(flags);
        requestLayout();
    }

    double factor() {
        return look().factor();
    }

    WaveZoom zoom() {
        return zoom;
    }

    /// Hears which mark was pressed.
    void onMark(Consumer<SightMark> listener) {
        onMark = listener;
    }

    private void press(SightMark mark) {
        model.locate(mark.frame());
        onMark.accept(mark);
    }

    /// The loop as it is dragged, in frames of the print, or null for that of the song.
    void showLoop(@Nullable Span dragged) {
        loop = dragged;
        requestLayout();
    }

    /// The passage that is looked at, else the loop, in frames of the print.
    @Nullable
    Span loop() {
        if (loop != null) {
            return loop;
        }
        Span passage = model.session().song().playback().passage().get();
        Span ofSong = passage == null ? model.song().loop() : passage;
        return ofSong == null
                ? null
                : new Span(
                        model.toPrint(ofSong.start()),
                        Math.max(model.toPrint(ofSong.start()) + 1, model.toPrint(ofSong.end())));
    }

    /// In frames of the print.
    List<PrintSection> sections() {
        return PrintSection.of(model.song(), model::toPrint, frames());
    }

    long frames() {
        Sight sight = model.sight().get();
        if (sight != null) {
            return sight.print().frames();
        }
        var print = model.session().print().getValue();
        return print == null ? 1 : Math.max(1, print.frames());
    }

    /// Moves the playhead, and the page with it.
    void frame() {
        long at = model.position();
        if (model.session().song().playback().playing().get()) {
            zoom.follow(at);
        }
        double px = Math.rint(zoom.x(at) * look().factor() * look().outputScale()) / look().outputScale();
        if (playhead.getTranslateX() != px) {
            playhead.setTranslateX(px);
            if (!Double.isNaN(readHertz)) {
                repaint();
            }
        }
    }

    @Override
    protected double unitWidth() {
        return 1080;
    }

    @Override
    protected double unitHeight() {
        return 200;
    }

    @Override
    protected void layoutChildren() {
        zoom.bounds(getWidth() / look().factor(), frames());
        super.layoutChildren();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        line.setWidth(look().hair());
        line.setHeight(getHeight());
        double half = look().px(6);
        double tall = look().px(8);
        flag.getPoints().setAll(-half, 0.0, half, 0.0, 0.0, tall);
        for (MarkFlag each : flags) {
            double x = zoom.x(each.mark().frame());
            double top = getHeight() - look().px(MarkFlag.SIZE);
            each.setVisible(x >= 0 && x <= zoom.width());
            each.resizeRelocate(
                    look().px(Math.clamp(x - MarkFlag.SIZE / 2, 0, Math.max(0, zoom.width() - MarkFlag.SIZE))),
                    top,
                    look().px(MarkFlag.SIZE),
                    look().px(MarkFlag.SIZE));
        }
        frame();
        tell();
    }

    private void tell() {
        Sight sight = model.sight().get();
        if (sight != null && spectral()) {
            String read = Double.isNaN(readHertz) ? null : reading(model.position(), readHertz);
            setAccessibleText((read == null ? "" : read + ". ") + "Spectrogram of the master, "
                    + Pictures.time(sight.print().seconds()) + " long, at "
                    + Pictures.time(sight.print().seconds(model.position())) + ", "
                    + model.marks().size() + " marks");
            return;
        }
        setAccessibleText(
                sight == null
                        ? "Waveform of the print, not there yet"
                        : "Waveform of the print through the chain, "
                                + Pictures.time(sight.print().seconds()) + " long, at "
                                + Pictures.time(sight.print().seconds(model.position()))
                                + ", the chain turns down by up to "
                                + Pictures.tenth(sight.totalReduction().deepestDb()) + " decibels, "
                                + model.marks().size() + " marks");
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (!spectral()) {
            return;
        }
        double high = h - SECTIONS - 1;
        if (!Double.isNaN(readX) && readY > SECTIONS) {
            double hertz = SpectrogramScale.hertz((readY - SECTIONS - 1) / high);
            String words = reading(zoom.frameAt(readX), hertz);
            p.down(readX, SECTIONS, high, Token.FG_1.alpha(0.35));
            SpectrogramScale.paintReading(p, look(), words, readX, readY, SECTIONS, w);
        } else if (!Double.isNaN(readHertz)) {
            double y = SECTIONS + 1 + SpectrogramScale.place(readHertz) * high;
            double x = Math.clamp(zoom.x(model.position()), 0, w);
            SpectrogramScale.paintReading(p, look(), reading(model.position(), readHertz), x, y, SECTIONS, w);
        }
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color(), 4);
        var gc = p.context();
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, p.snap(w), p.snap(h));
        gc.clip();
        Sight sight = model.sight().get();
        if (spectral() && (sight != null || model.growing().get() != null)) {
            paintSpectrogram(p, sight == null ? null : sight.spectrogram(), w, h);
        } else if (sight == null) {
            String words = model.looking().get()
                    ? "Rendering the print through the chain…"
                    : model.session().print().getValue() == null
                            ? "Print the mix, or choose a stereo file, and it is seen here."
                            : "The print cannot be shown.";
            p.center(w / 2, h / 2, words, TypeRole.LABEL, Token.FG_3.color());
        } else {
            paintWaves(p, sight, w, h);
            ReductionCurves.paint(
                    p, look(), zoom, sight, model.song().mastering().chain(), w);
        }
        paintSections(p, w, h);
        paintLoop(p, h);
        paintLoudest(p, sight, w, h);
        gc.restore();
    }

    private void paintWaves(Painter p, Sight sight, double w, double h) {
        double output = look().outputScale();
        double top = p.snap(WAVE_TOP);
        int columns = (int) Math.ceil(p.raw(w) * output);
        int rows = (int) Math.floor((p.snap(h - WAVE_BOTTOM) - top) * output);
        if (columns < 1 || rows < 2) {
            return;
        }
        double framesPerPixel = zoom.framesPerUnit() / (look().factor() * output);
        var image = picture.draw(
                sight.print().waveform(), sight.master().waveform(), columns, rows, zoom.origin(), framesPerPixel);
        p.context().drawImage(image, 0, top, columns / output, rows / output);
    }

    private void paintSpectrogram(Painter p, @Nullable Spectrogram whole, double w, double h) {
        double output = look().outputScale();
        double top = p.snap(SECTIONS + 1);
        int columns = (int) Math.ceil(p.raw(w) * output);
        int rows = (int) Math.floor((p.snap(h) - top) * output);
        if (columns < 1 || rows < 2) {
            return;
        }
        double framesPerPixel = zoom.framesPerUnit() / (look().factor() * output);
        var image = spectrogram.draw(whole, model.growing().get(), columns, rows, zoom.origin(), framesPerPixel);
        p.context().drawImage(image, 0, top, columns / output, rows / output);
        SpectrogramScale.paint(p, SECTIONS + 1, w, h - SECTIONS - 1);
    }

    private void paintSections(Painter p, double w, double h) {
        p.across(0, SECTIONS - 1, w, Token.LINE_2.color());
        for (PrintSection section : sections()) {
            double x = zoom.x(section.from());
            double end = zoom.x(section.to());
            if (end < 0 || x > w) {
                continue;
            }
            p.down(x, 0, h, Token.LINE_2.color());
            double at = Math.max(x, 0) + 5;
            double room = Math.min(end, w) - at - 4;
            if (room > 14) {
                String name = TextSize.fit(look(), TypeRole.SMALL, section.name(), p.raw(room));
                p.left(at, 9.5, name, TypeRole.SMALL, Token.FG_2.color());
            }
        }
    }

    private void paintLoop(Painter p, double h) {
        Span range = loop();
        if (range == null) {
            return;
        }
        boolean on = loop != null || model.session().song().playback().looping().get();
        double x = zoom.x(range.start());
        double end = zoom.x(range.end());
        p.fill(x, 0, end - x, h, Token.ACCENT.alpha(on ? 0.13 : 0.05));
        p.fill(x, 0, end - x, 3, Token.ACCENT.alpha(on ? 0.9 : 0.35));
        p.down(x, 0, h, Token.ACCENT.alpha(on ? 0.6 : 0.3));
        p.down(end, 0, h, Token.ACCENT.alpha(on ? 0.6 : 0.3));
    }

    private void paintLoudest(Painter p, @Nullable Sight sight, double w, double h) {
        if (sight != null && sight.master().curve().steps() > 0) {
            double x = zoom.x(sight.master().loudestFrame());
            p.down(x, WAVE_TOP, h - WAVE_TOP - MARK_ROOM, Token.WARN.alpha(0.55));
            if (x >= 0 && x <= w) {
                double at = Math.clamp(x, 11, Math.max(11, w - 11));
                p.fill(at - 10, h - 27, 21, 12, Token.BG_0.alpha(0.8), 2);
                p.center(at + 0.5, h - 21, "max", TypeRole.SCALE, Token.WARN.color());
            }
        }
    }
}
