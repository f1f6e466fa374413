package studio.headroom.ui.editor.part;

import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Verdict;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Says in words what a dynamics effect does, with numbers from its meter.
public final class VerdictBox extends HBox {
    private static final int EVERY = 20;

    private int count;

    public VerdictBox(Look look, EditorModel model, EditorAnalysis analysis) {
        super(look.px(12));
        Panels.fill(look, this, Token.ACCENT_NOTE, 5);
        setPadding(new Insets(look.px(12), look.px(16), look.px(12), look.px(16)));
        Words headline = new Words(look, Verdict.headline(analysis), TypeRole.CARD_TITLE, Token.FG_1);
        Words detail = new Words(look, detail(model, analysis), TypeRole.BODY, Token.FG_2);
        VBox text = new VBox(look.px(4), headline, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icon.LIGHTBULB_ON_OUTLINE.node(look, 20, Token.ACCENT), text);
        analysis.observe(() -> {
            // Numbers that change with every frame cannot be read.
            if (count++ % EVERY == 0) {
                headline.say(Verdict.headline(analysis), Token.FG_1);
                detail.say(detail(model, analysis), Token.FG_2);
            }
        });
    }

    private static String detail(EditorModel model, EditorAnalysis analysis) {
        return Verdict.detail(analysis, model.comparing().equalLoudness().isOn());
    }
}
