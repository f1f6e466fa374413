package studio.headroom.ui.editor.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.GainReductionMeter;
import studio.headroom.ui.control.LevelMarks;
import studio.headroom.ui.control.StripMeterView;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.MeterSource;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The meters beside an editor's picture: how far it turns down, and what leaves it.
public final class SoundMeters extends HBox {
    /// @param reductionRange what fills the bar of the gain reduction, in dB; 0 for an effect without
    public SoundMeters(Look look, EditorModel model, EditorAnalysis analysis, double reductionRange) {
        this(look, model, analysis, reductionRange, false);
    }

    /// The same where there is little room: without input and marks.
    public static SoundMeters slim(Look look, EditorModel model, EditorAnalysis analysis, double reductionRange) {
        return new SoundMeters(look, model, analysis, reductionRange, true);
    }

    private SoundMeters(Look look, EditorModel model, EditorAnalysis analysis, double reductionRange, boolean slim) {
        super(look.px(slim ? 2 : 8));
        setMinWidth(USE_PREF_SIZE);
        if (!slim && model.inputGain().isPresent()) {
            getChildren().add(level(look, model, analysis, true, true));
        }
        if (reductionRange > 0) {
            GainReductionMeter bar = new GainReductionMeter(
                    look,
                    () -> model.link().reductionDb(model.insertId()),
                    GainReductionMeter.Shape.HANGING,
                    reductionRange,
                    model.name() + ", gain reduction");
            bar.setMaxHeight(Double.MAX_VALUE);
            getChildren().add(column(look, "GR", bar));
        }
        getChildren().add(level(look, model, analysis, false, slim));
    }

    /// The level that comes in or leaves, with its number.
    private static VBox level(Look look, EditorModel model, EditorAnalysis analysis, boolean input, boolean bare) {
        StripMeterView bar = new StripMeterView(
                look,
                new MeterModel(source(analysis, input)),
                bare && !input ? StripMeterView.Width.WIDE : StripMeterView.Width.EDITOR,
                LevelScale.FADER);
        bar.setMaxHeight(Double.MAX_VALUE);
        bar.setAccessibleText(model.name() + (input ? ", input level" : ", output level"));
        HBox bars = new HBox(look.px(2), bar);
        if (!bare) {
            LevelMarks marks = new LevelMarks(look, LevelMarks.Side.RIGHT);
            marks.setMaxHeight(Double.MAX_VALUE);
            bars.getChildren().add(marks);
        }
        bars.setAlignment(Pos.TOP_CENTER);
        Words peak =
                new Words(look, ValueText.level(-200), TypeRole.VALUE_SMALL, Token.FG_1).wide(bare && !input ? 40 : 48);
        analysis.observe(() -> {
            double db = input ? analysis.inputDb() : Math.max(analysis.outputPeakDb(0), analysis.outputPeakDb(1));
            peak.say(ValueText.level(db), db > -1 ? Token.ERR : Token.FG_1);
        });
        VBox column = column(look, input ? "In" : "Out", bars);
        column.getChildren().add(peak);
        return column;
    }

    private static VBox column(Look look, String words, Node meter) {
        VBox column = new VBox(look.px(4), Sections.small(look, words), meter);
        column.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(meter, Priority.ALWAYS);
        return column;
    }

    private static MeterSource source(EditorAnalysis analysis, boolean input) {
        return MeterSource.ofPeaks(input ? analysis::inputPeak : analysis::outputPeak);
    }
}
