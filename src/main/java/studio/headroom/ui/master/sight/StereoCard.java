package studio.headroom.ui.master.sight;

import javafx.scene.AccessibleRole;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.CorrelationBar;
import studio.headroom.ui.control.Goniometer;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Left against right: as it is heard, and in figures of the whole song.
final class StereoCard extends Card {
    private static final double SIDE = 140;

    private final SightModel model;
    private final Goniometer goniometer;
    private final CorrelationBar bar;
    private final Figures figures;

    StereoCard(Look look, SightModel model) {
        super(look, "Stereo", 176);
        this.model = model;
        goniometer = new Goniometer(look, model.ear().image(), "Master, stereo image");
        bar = new CorrelationBar(look, this::correlation, "Master");
        figures = new Figures(look);
        getChildren().addAll(goniometer, bar, figures);
        model.sight().addListener((_, _, now) -> figures.show(now));
        figures.show(model.sight().get());
    }

    /// Of what is heard; of the whole song while nothing is.
    private double correlation() {
        double now = model.ear().image().correlation();
        Sight sight = model.sight().get();
        return Double.isNaN(now) && sight != null ? sight.master().report().correlation() : now;
    }

    @Override
    void place(double w, double h) {
        double side = Math.min(SIDE, Math.min(h - HEAD - 8, 0.36 * w));
        put(goniometer, PAD, HEAD, side, side);
        double x = PAD + side + 20;
        put(bar, x, HEAD - 8, w - PAD - x, 46);
        put(figures, x, HEAD + 42, w - PAD - x, h - HEAD - 48);
    }

    /// The rows below the bar.
    private static final class Figures extends KitControl {
        private static final int ROWS = 5;
        private static final String[] NAMES = {"Below 120 Hz", "120 Hz – 2 kHz", "Above 2 kHz", "Balance", "Mono fold"};

        private final String[] texts = new String[ROWS];
        private final boolean[] doubtful = new boolean[ROWS];

        Figures(Look look) {
            super(look);
            setAccessibleRole(AccessibleRole.TEXT);
            Buttons.explain(
                    this,
                    "Sides of the whole song",
                    "Correlation of three parts of the spectrum, how much louder one side is than the other, and what"
                            + " is lost when both are heard as one: 0 dB where they are alike, 3 dB where they have"
                            + " nothing in common.");
        }

        void show(@Nullable Sight sight) {
            for (int i = 0; i < ROWS; i++) {
                texts[i] = "–";
                doubtful[i] = false;
            }
            if (sight != null) {
                SoundSight master = sight.master();
                int row = 0;
                for (SoundSight.Band band : SoundSight.Band.values()) {
                    double correlation = master.correlation(band);
                    texts[row] = Pictures.correlation(correlation);
                    doubtful[row++] = correlation < 0;
                }
                texts[row++] = balance(master.balanceDb());
                texts[row] = Pictures.signed(master.monoFoldDb()) + " dB";
                doubtful[row] = master.monoFoldDb() < -3;
            }
            StringBuilder spoken = new StringBuilder("Whole song");
            for (int i = 0; i < ROWS; i++) {
                spoken.append(", ").append(NAMES[i]).append(' ').append(texts[i]);
            }
            setAccessibleText(spoken.toString());
            repaint();
        }

        private static String balance(double db) {
            if (Math.abs(db) < 0.05 || !Double.isFinite(db)) {
                return Double.isFinite(db) ? "0.0 dB" : db > 0 ? "L only" : "R only";
            }
            return (db > 0 ? "L " : "R ") + Pictures.tenth(Math.abs(db)) + " dB";
        }

        @Override
        protected double unitWidth() {
            return 240;
        }

        @Override
        protected double unitHeight() {
            return 18 * ROWS;
        }

        @Override
        protected double computeMinWidth(double h) {
            return look().px(100);
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            double row = Math.min(18, h / ROWS);
            for (int i = 0; i < ROWS; i++) {
                double middle = (i + 0.5) * row;
                String name = TextSize.fit(look(), TypeRole.LABEL, NAMES[i], p.raw(w - 62));
                p.left(0, middle, name, TypeRole.LABEL, Token.FG_2.color());
                p.right(w, middle, texts[i], TypeRole.VALUE_SMALL, (doubtful[i] ? Token.WARN : Token.FG_1).color());
            }
        }
    }
}
