package studio.headroom.ui.master.sight;

import java.util.List;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The spectrum with its legend and choices, or, in its place, the master less its reference band by band.
final class SpectrumCard extends Card {
    private static final double SLOPE = 72;

    private final SightModel model;
    private final SpectrumPicture picture;
    private final ChoiceField slope;
    private final WordSwitch average;
    private final WordSwitch hold;
    private final WordSwitch bands;
    private final BandPicture difference;
    private final TextButton all;
    private double legendEnd;

    SpectrumCard(Look look, SightModel model) {
        super(look, "Spectrum", 180);
        this.model = model;
        picture = new SpectrumPicture(look, model);
        slope = new ChoiceField(look, model.choices().slope(), List.of("0 dB/oct", "3 dB/oct", "4.5 dB/oct"), SLOPE, 20)
                .bare(true);
        average = new WordSwitch(look, model.choices().average(), "average");
        hold = new WordSwitch(look, model.choices().hold(), "hold");
        bands = new WordSwitch(look, model.choices().bands(), "bands");
        difference = new BandPicture(look, model.bands());
        all = new TextButton(
                        look,
                        "",
                        "Hear all bands",
                        "One band is heard alone, behind everything else; no file is filtered. This ends it.",
                        model.bands()::listenToAll)
                .colored(Token.WARN);
        getChildren().addAll(picture, difference, slope, average, hold, bands, all);
        model.overlay().addListener(_ -> repaint());
        model.bands().compared().addListener(_ -> repaint());
        model.bands().heard().addListener(_ -> show());
        model.choices().observe(this::show);
        show();
    }

    SpectrumPicture picture() {
        return picture;
    }

    private void show() {
        boolean compares = model.choices().bands().isOn();
        ToneBand alone = model.bands().heard().getValue();
        picture.setVisible(!compares);
        difference.setVisible(compares);
        average.setVisible(!compares);
        hold.setVisible(!compares);
        slope.setVisible(!compares && alone == null);
        all.setVisible(alone != null);
        all.say(alone == null ? "" : alone.label() + " alone");
        requestLayout();
        repaint();
    }

    @Override
    void place(double w, double h) {
        put(picture, PAD, HEAD, w - 2 * PAD, h - HEAD);
        legendEnd = putRight(slope, w - PAD + 2, TITLE) - 6;
        double right = putRight(hold, w - PAD - 4, HEAD + 13);
        right = putRight(average, right - 4, HEAD + 13);
        boolean compares = difference.isVisible();
        putRight(bands, compares ? w - PAD : right - 4, compares ? HEAD + 9 : HEAD + 13);
        put(difference, PAD, HEAD, w - 2 * PAD, h - HEAD);
        if (all.isVisible()) {
            legendEnd = putRight(all, w - PAD + 2, TITLE) - 6;
        } else if (compares) {
            legendEnd = w - PAD;
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        double x = 92;
        if (difference.isVisible()) {
            ComparedSound other = model.bands().compared().get();
            String words = other == null ? "" : "master less " + other.name();
            String fitting = TextSize.fit(look(), TypeRole.LABEL, words, p.raw(Math.max(20, legendEnd - x)));
            p.left(x, TITLE, fitting, TypeRole.LABEL, Token.FG_3.color());
            return;
        }
        p.line(x, TITLE, x + 12, TITLE, Token.ACCENT.color(), 2);
        p.left(x + 17, TITLE, "master", TypeRole.LABEL, Token.FG_3.color());
        SoundOverlay over = model.overlay().get();
        x += 64;
        double room = legendEnd - x - 17;
        if (over != null && room > 24) {
            p.line(x, TITLE, x + 4, TITLE, Token.WARN.color(), 1.5);
            p.line(x + 8, TITLE, x + 12, TITLE, Token.WARN.color(), 1.5);
            String name = TextSize.fit(look(), TypeRole.LABEL, over.name(), p.raw(room));
            p.left(x + 17, TITLE, name, TypeRole.LABEL, Token.FG_3.color());
        }
    }
}
