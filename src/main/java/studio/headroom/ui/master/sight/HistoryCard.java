package studio.headroom.ui.master.sight;

import java.util.List;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The loudness history with its legend and scale.
final class HistoryCard extends Card {
    private static final double LEGEND = 134;
    private static final double LINE = 16;
    private static final double GAP = 9;
    private static final double SCALE = 52;
    private static final String[] WORDS = {"short-term", "momentary", "integrated"};
    private static final String[] BRIEF = {"S", "M", "I"};

    private final LoudnessHistory history;
    private final ChoiceField scale;

    HistoryCard(Look look, SightModel model) {
        super(look, "Loudness history", 136);
        history = new LoudnessHistory(look, model);
        scale = new ChoiceField(look, model.choices().scale(), List.of("LUFS", "EBU +9", "EBU +18"), SCALE, 20)
                .bare(true);
        getChildren().addAll(history, scale);
        model.looking().addListener(_ -> history.requestLayout());
    }

    LoudnessHistory history() {
        return history;
    }

    @Override
    void place(double w, double h) {
        put(history, PAD, HEAD, w - 2 * PAD, h - HEAD);
        putRight(scale, w - PAD + 2, TITLE);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        double room = w - PAD - SCALE;
        String[] words = legendWidth(p, WORDS) > room - LEGEND ? BRIEF : WORDS;
        double x = LEGEND;
        for (int i = 0; i < words.length; i++) {
            double width = LINE + p.units(TextSize.width(look(), TypeRole.LABEL, words[i]));
            switch (i) {
                case 0 -> p.line(x, TITLE, x + 12, TITLE, Token.ACCENT.color(), 2);
                case 1 -> p.line(x, TITLE, x + 12, TITLE, Token.FG_3.color(), 1);
                default -> {
                    p.line(x, TITLE, x + 4, TITLE, Token.OK.color(), 1);
                    p.line(x + 8, TITLE, x + 12, TITLE, Token.OK.color(), 1);
                }
            }
            p.left(x + LINE, TITLE, words[i], TypeRole.LABEL, Token.FG_3.color());
            x += width + GAP;
        }
    }

    private double legendWidth(Painter p, String[] words) {
        double width = 0;
        for (String word : words) {
            width += LINE + p.units(TextSize.width(look(), TypeRole.LABEL, word)) + GAP;
        }
        return width - GAP;
    }
}
