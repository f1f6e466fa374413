package studio.headroom.ui.master.sight;

import java.util.List;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The spectrum with its legend and choices.
final class SpectrumCard extends Card {
    private static final double SLOPE = 72;

    private final SightModel model;
    private final SpectrumPicture picture;
    private final ChoiceField slope;
    private final WordSwitch average;
    private final WordSwitch hold;
    private double legendEnd;

    SpectrumCard(Look look, SightModel model) {
        super(look, "Spectrum", 180);
        this.model = model;
        picture = new SpectrumPicture(look, model);
        slope = new ChoiceField(look, model.choices().slope(), List.of("0 dB/oct", "3 dB/oct", "4.5 dB/oct"), SLOPE, 20)
                .bare(true);
        average = new WordSwitch(look, model.choices().average(), "average");
        hold = new WordSwitch(look, model.choices().hold(), "hold");
        getChildren().addAll(picture, slope, average, hold);
        model.overlay().addListener(_ -> repaint());
    }

    SpectrumPicture picture() {
        return picture;
    }

    @Override
    void place(double w, double h) {
        put(picture, PAD, HEAD, w - 2 * PAD, h - HEAD);
        legendEnd = putRight(slope, w - PAD + 2, TITLE) - 6;
        double right = putRight(hold, w - PAD - 4, HEAD + 13);
        putRight(average, right - 4, HEAD + 13);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        double x = 92;
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
