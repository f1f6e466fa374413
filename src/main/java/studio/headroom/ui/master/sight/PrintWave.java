package studio.headroom.ui.master.sight;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The print through the chain: its waveform under that of the master, with what the chain takes away; or the
/// spectrogram of the master in their place.
public final class PrintWave extends Card implements AutoCloseable {
    /// In units; what stands beside it goes first.
    private static final double LEAST_TITLE = 120;
    private static final double BESIDE_TITLE = 16;

    private final SightModel model;
    private final WaveView view;
    private final TextButton loudest;
    private final WordSwitch spectral;
    private final FramePulse.Frame frame = _ -> frame();
    /// Held here, since others hold them weakly.
    private final InvalidationListener repaint = _ -> show();

    private final InvalidationListener songChanged = _ -> songChanged();
    private Span shownLoop = new Span(0, 1);
    private Object shownMarkers = "";
    private boolean known;

    /// @param model closed by whoever made it
    public PrintWave(Look look, SightModel model) {
        super(look, "", 244);
        this.model = model;
        view = new WaveView(look, model);
        loudest = new TextButton(
                look,
                "",
                "Go to the loudest place",
                "Where the loudest 400 ms of the master begin.",
                this::goToLoudest);
        spectral = new WordSwitch(look, model.choices().spectrogram(), "spectrogram");
        model.choices().observe(this::show);
        getChildren().addAll(view, loudest, spectral);
        WeakInvalidationListener weakly = new WeakInvalidationListener(repaint);
        model.sight().addListener(weakly);
        model.looking().addListener(weakly);
        model.progress().addListener(weakly);
        model.growing().addListener(weakly);
        model.session().print().addListener(weakly);
        model.session().song().playback().looping().addListener(weakly);
        model.session().song().playback().passage().addListener(weakly);
        model.marks().addListener(weakly);
        model.session().song().history().song().addListener(new WeakInvalidationListener(songChanged));
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
        show();
    }

    /// Hears which mark was pressed; its place is gone to already.
    public void onMark(Consumer<SightMark> listener) {
        view.onMark(listener);
    }

    /// Whether it shows what the print becomes through the chain as it is now.
    public boolean isComplete() {
        return model.sight().get() != null && !model.looking().get();
    }

    private void goToLoudest() {
        Sight sight = model.sight().get();
        if (sight != null) {
            model.locate(sight.master().loudestFrame());
        }
    }

    private void songChanged() {
        Project song = model.song();
        Span loop = song.loop() == null ? new Span(0, 1) : song.loop();
        if (!loop.equals(shownLoop) || song.markers() != shownMarkers) {
            shownLoop = loop;
            shownMarkers = song.markers();
            show();
        }
    }

    private void show() {
        Sight sight = model.sight().get();
        known = sight != null && sight.master().curve().steps() > 0;
        loudest.setVisible(known);
        if (sight != null && known) {
            loudest.say("loudest " + Pictures.tenth(sight.master().report().maxMomentaryLufs()) + " LUFS-M at "
                    + Pictures.time(sight.master().seconds(sight.master().loudestFrame())));
        }
        view.requestLayout();
        requestLayout();
        repaint();
    }

    private void frame() {
        view.frame();
    }

    private String loopWords() {
        Span loop = view.loop();
        Sight sight = model.sight().get();
        if (loop == null || sight == null) {
            return "";
        }
        boolean looked = model.session().song().playback().passage().get() != null;
        return (looked ? "passage " : "loop ") + Pictures.time(sight.print().seconds(loop.start())) + "–"
                + Pictures.time(sight.print().seconds(loop.end()));
    }

    @Override
    protected double unitWidth() {
        return 1104;
    }

    @Override
    protected double computeMinHeight(double w) {
        return look().px(140);
    }

    @Override
    void place(double w, double h) {
        put(view, PAD, HEAD + 2, w - 2 * PAD, h - HEAD - 2 - PAD);
        double right = putRight(spectral, w - PAD + 2, TITLE) - 10;
        // Then the command is left, and its key.
        spectral.setVisible(right >= PAD + LEAST_TITLE);
        right = spectral.isVisible() ? right : w - PAD;
        String words = loopWords();
        if (!words.isEmpty()) {
            right -= TextSize.width(look(), TypeRole.LABEL, words) / look().factor() + 8;
        }
        putRight(loudest, right + 4, TITLE);
        // The title stays, and what there is no room for beside it does not.
        double least = PAD + TextSize.width(look(), TypeRole.CARD_TITLE, title(w)) / look().factor() + 8;
        loudest.setVisible(known && loudest.getLayoutX() / look().factor() >= least);
    }

    /// As much of the title as there is room for.
    private String title(double w) {
        Print print = model.session().print().getValue();
        String title = print == null ? "No print yet" : print.title() + " through the chain";
        return TextSize.fit(
                look(), TypeRole.CARD_TITLE, title, look().px(Math.min(Math.max(LEAST_TITLE, 0.34 * w), w - 2 * PAD)));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        Print print = model.session().print().getValue();
        String fitting = title(w);
        p.left(PAD, TITLE, fitting, TypeRole.CARD_TITLE, Token.FG_1.color());
        double x = PAD + TextSize.width(look(), TypeRole.CARD_TITLE, fitting) / look().factor() + BESIDE_TITLE;
        String loop = loopWords();
        double right = spectral.isVisible() ? spectral.getLayoutX() / look().factor() - 10 : w - PAD;
        if (!loop.isEmpty()) {
            p.right(right, TITLE, loop, TypeRole.LABEL, Token.FG_2.color());
        }
        double free = loudest.isVisible() ? loudest.getLayoutX() / look().factor() : right;
        if (model.looking().get()) {
            String words = "rendering " + Math.round(100 * model.progress().get()) + " %";
            double width = p.units(TextSize.width(look(), TypeRole.LABEL, words));
            if (x + width < free) {
                p.left(x, TITLE, words, TypeRole.LABEL, Token.ACCENT.color());
                x += width + BESIDE_TITLE;
            }
        }
        if (print != null && view.spectral()) {
            SpectrogramScale.paintLegend(p, x, TITLE, free - 8);
        } else if (print != null) {
            legend(p, x, free - 8);
        }
    }

    private void legend(Painter p, double from, double to) {
        String[] words = {"mix print", "master", "limiter gain reduction", "of the whole chain"};
        var colors = new javafx.scene.paint.Color[] {
            Token.FG_2.alpha(0.6),
            Token.ACCENT.alpha(0.8),
            MeterZone.HOT.color().deriveColor(0, 1, 1, 0.8),
            MeterZone.HOT.color().deriveColor(0, 1, 1, 0.35)
        };
        double x = from;
        for (int i = 0; i < words.length; i++) {
            double width = 18 + p.units(TextSize.width(look(), TypeRole.LABEL, words[i]));
            if (x + width > to) {
                return;
            }
            p.fill(x, TITLE - 4, 12, 8, colors[i]);
            p.left(x + 18, TITLE, words[i], TypeRole.LABEL, Token.FG_3.color());
            x += width + 12;
        }
    }

    @Override
    public void close() {
        look().pulse().remove(frame);
    }
}
